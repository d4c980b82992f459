package org.sekisho.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.vault.SealedSecret;

class CanonicalFormTest {

    private static final UUID SOMEBODY = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    @Test
    void an_event_reads_back_as_it_was_written() {
        AuditEvent event = new AuditEvent(
                Instant.parse("2026-04-01T00:00:00.123456Z"),
                Optional.of(SOMEBODY),
                "enrollment.applied",
                Optional.of(SOMEBODY),
                Optional.of(UUID.fromString("00000000-0000-0000-0000-00000000000b")),
                Optional.of("enrollment/serviceTask_recordApplication@3"),
                "accepted",
                Map.of("factor", "0b", "理由", "申請"));

        assertThat(CanonicalForm.decode(CanonicalForm.encode(event))).isEqualTo(event);
    }

    @Test
    void an_event_without_optional_fields_reads_back_too() {
        AuditEvent event = plain(Map.of());

        assertThat(CanonicalForm.decode(CanonicalForm.encode(event))).isEqualTo(event);
    }

    @Test
    void an_event_from_outside_reads_back_with_its_origin_still_sealed() {
        AuditEvent event = fromOutside();

        assertThat(CanonicalForm.decode(CanonicalForm.encode(event))).isEqualTo(event);
        assertThat(HexFormat.of().formatHex(CanonicalForm.encode(event)))
                .startsWith("02" + "0000000000000001" + "00000002")
                .endsWith("00000024"
                        + HexFormat.of().formatHex(SOMEBODY.toString().getBytes(StandardCharsets.UTF_8)) + "00000003"
                        + "070809");
    }

    @Test
    void the_bytes_are_those_of_the_documented_encoding() {
        String text = HexFormat.of().formatHex(CanonicalForm.encode(plain(Map.of("a", "b"))));

        assertThat(text)
                .isEqualTo("01" + "0000000000000001" + "00000002" + "ffffffff" + "00000001" + "78" + "ffffffff"
                        + "ffffffff" + "ffffffff" + "00000001" + "79" + "00000001" + "00000001" + "61" + "00000001"
                        + "62");
    }

    @Test
    void the_order_in_which_details_were_given_does_not_matter() {
        Map<String, String> forwards = new LinkedHashMap<>();
        Map<String, String> backwards = new LinkedHashMap<>();
        List.of("a", "b", "c").forEach(name -> forwards.put(name, name));
        List.of("c", "b", "a").forEach(name -> backwards.put(name, name));

        assertThat(CanonicalForm.encode(plain(forwards))).isEqualTo(CanonicalForm.encode(plain(backwards)));
        assertThat(plain(backwards).details().keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void text_cannot_move_from_one_field_to_its_neighbour() {
        assertThat(CanonicalForm.encode(plain(Map.of("ab", "c"))))
                .isNotEqualTo(CanonicalForm.encode(plain(Map.of("a", "bc"))));
    }

    @Test
    void bytes_that_are_cut_or_continued_or_of_another_version_are_refused() {
        List.of(plain(Map.of("a", "b")), fromOutside()).forEach(event -> refusesAllBut(CanonicalForm.encode(event)));
    }

    private static void refusesAllBut(byte[] whole) {
        byte[] continued = Arrays.copyOf(whole, whole.length + 1);
        byte[] otherVersion = whole.clone();
        otherVersion[0] = 3;

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CanonicalForm.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> CanonicalForm.decode(continued)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalForm.decode(otherVersion)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalForm.decode("not an event".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AuditEvent fromOutside() {
        return new AuditEvent(
                Instant.ofEpochSecond(1, 2),
                Optional.empty(),
                "x",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "y",
                Map.of(),
                Optional.of(new SealedOrigin(SOMEBODY, SealedSecret.ofBytes(new byte[] {7, 8, 9}))));
    }

    private static AuditEvent plain(Map<String, String> details) {
        return new AuditEvent(
                Instant.ofEpochSecond(1, 2),
                Optional.empty(),
                "x",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "y",
                details);
    }
}
