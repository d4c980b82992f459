package example.chatroom;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.sekisho.channel.Channel;
import org.sekisho.channel.Receipt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Direct messages in a chat room. An address is a member's name there. */
@Component
@Order(40)
class ChatRoomChannel implements Channel {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI room;

    ChatRoomChannel(@Value("${sekisho.channel.chatroom.address}") URI room) {
        this.room = room;
    }

    @Override
    public String name() {
        return "chatroom";
    }

    @Override
    public Receipt send(Envelope envelope) throws Refused {
        if (!envelope.address().matches("[a-z0-9-]{1,40}")) {
            throw new Refused("malformed name");
        }
        HttpRequest request = HttpRequest.newBuilder(room.resolve("/messages"))
                .timeout(Duration.ofSeconds(10))
                .header("Message-Id", envelope.id())
                .header("Recipient", envelope.address())
                .POST(BodyPublishers.ofString(envelope.text().body()))
                .build();
        try {
            return receipt(http.send(request, BodyHandlers.ofString()));
        } catch (ConnectException unreachable) {
            throw new NotTaken("no connection");
        } catch (IOException noAnswer) {
            throw new IllegalStateException("no answer that can be understood");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static Receipt receipt(HttpResponse<String> response) throws Refused {
        return switch (response.statusCode()) {
            case 202 -> Receipt.tracked(response.body());
            case 404 -> throw new Refused("no such member");
            case 429, 503 -> throw new NotTaken("later", patience(response));
            default -> throw new IllegalStateException("status " + response.statusCode());
        };
    }

    private static Optional<Duration> patience(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
