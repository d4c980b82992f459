package org.sekisho.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that answers every recipient, or the end of a message, as told; GreenMail takes everything. */
final class RejectingServer implements AutoCloseable {

    private final ServerSocket listening;

    RejectingServer(String answerToRecipient) throws IOException {
        this(answerToRecipient, "250 ok");
    }

    /** @param answerToMessage empty for hanging up in the place of an answer */
    RejectingServer(String answerToRecipient, String answerToMessage) throws IOException {
        listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(answerToRecipient, answerToMessage), "rejecting-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listening.getLocalPort();
    }

    private void serve(String answerToRecipient, String answerToMessage) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                say(socket, "220 ready");
                converse(socket, in, answerToRecipient, answerToMessage);
            } catch (IOException closed) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private static void converse(Socket socket, BufferedReader in, String answerToRecipient, String answerToMessage)
            throws IOException {
        boolean message = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (message && line.equals(".")) {
                if (answerToMessage.isEmpty()) {
                    return;
                }
                message = false;
                say(socket, answerToMessage);
            } else if (line.equals("DATA")) {
                message = true;
                say(socket, "354 go on");
            } else if (!message) {
                say(socket, line.startsWith("RCPT") ? answerToRecipient : "250 ok");
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
