package example.chatroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.channel.Channel;
import org.sekisho.channel.Channel.Envelope;
import org.sekisho.channel.Receipt;
import org.sekisho.channel.Text;
import org.sekisho.shared.Language;

/**
 * The how-to “Add a channel” shows the code of this package, which stands outside the product and so sees of it no more than any
 * new channel would.
 */
class AddAChannelTest {

    private static final Path HOW_TO = Path.of("docs/how-to/add-a-channel.md");
    private static final Path SOURCE = Path.of("src/test/java/example/chatroom/ChatRoomChannel.java");
    private static final int HANG_UP = 0;

    private final Map<String, Integer> answers =
            Map.of("taro", 202, "nobody", 404, "busy", 429, "broken", 500, "silent", HANG_UP);
    private final Map<String, String> received = new ConcurrentHashMap<>();
    private HttpServer room;
    private ChatRoomChannel channel;

    @BeforeEach
    void a_chat_room() throws IOException {
        room = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        room.createContext("/messages", exchange -> {
            try (exchange) {
                String member = exchange.getRequestHeaders().getFirst("Recipient");
                received.put(member, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                int answer = answers.getOrDefault(member, HANG_UP);
                if (answer != HANG_UP) {
                    byte[] body = "M1".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Retry-After", "30");
                    exchange.sendResponseHeaders(answer, body.length);
                    exchange.getResponseBody().write(body);
                }
            }
        });
        room.start();
        channel = new ChatRoomChannel(
                URI.create("http://127.0.0.1:" + room.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        room.stop(0);
    }

    @Test
    void the_code_in_the_how_to_is_the_code_that_compiles_here() throws IOException {
        String source = Files.readString(SOURCE);
        List<String> shown = Pattern.compile("(?ms)^```java\\n(.*?)^```$")
                .matcher(Files.readString(HOW_TO))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(shown).containsExactly(source.substring(source.indexOf("/**")));
    }

    @Test
    void the_channel_sends_and_tells_apart_what_can_go_wrong() throws Exception {
        assertThat(channel.send(to("taro"))).isEqualTo(Receipt.tracked("M1"));
        assertThat(received).containsEntry("taro", "こんにちは");
        assertThatThrownBy(() -> channel.send(to("nobody"))).isInstanceOf(Channel.Refused.class);
        assertThatThrownBy(() -> channel.send(to("Not A Name\r\n"))).isInstanceOf(Channel.Refused.class);
        assertThatThrownBy(() -> channel.send(to("busy")))
                .isInstanceOfSatisfying(Channel.NotTaken.class, later -> assertThat(later.retryAfter())
                        .hasValue(Duration.ofSeconds(30)));
        for (String unclear : List.of("broken", "silent")) {
            assertThatThrownBy(() -> channel.send(to(unclear)))
                    .isInstanceOf(RuntimeException.class)
                    .isNotInstanceOf(Channel.NotTaken.class);
        }
        room.stop(0);
        assertThatThrownBy(() -> channel.send(to("taro"))).isInstanceOf(Channel.NotTaken.class);
    }

    private static Envelope to(String member) {
        return new Envelope("4711", member, Text.brief(Language.JA, "こんにちは"), Instant.EPOCH);
    }
}
