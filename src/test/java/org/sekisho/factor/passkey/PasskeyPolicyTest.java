package org.sekisho.factor.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.client.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sekisho.factor.FactorId;

class PasskeyPolicyTest {

    private static final UUID MODEL = UUID.fromString("08987058-cadc-4b81-b6e1-30de50dcbe96");

    @Test
    void passkeys_belong_to_the_host_of_the_site_and_are_used_there_alone() {
        RelyingParty party = party("https://mfa.example.ac.jp/", null);
        assertThat(party.id()).isEqualTo("mfa.example.ac.jp");
        assertThat(party.isAt(new Origin("https://mfa.example.ac.jp"))).isTrue();
        for (String other : new String[] {
            "https://mfa.example.ac.jp:8443",
            "http://mfa.example.ac.jp",
            "https://example.ac.jp",
            "https://login.mfa.example.ac.jp",
            "https://mfa.example.ac.jp.example.net",
            "http://localhost:8080"
        }) {
            assertThat(party.isAt(new Origin(other))).as(other).isFalse();
        }
    }

    @Test
    void several_sites_of_one_domain_can_share_passkeys() {
        RelyingParty party = party("https://mfa.example.ac.jp/", "example.ac.jp", "https://portal.example.ac.jp:8443");
        assertThat(party.id()).isEqualTo("example.ac.jp");
        assertThat(party.isAt(new Origin("https://mfa.example.ac.jp"))).isTrue();
        assertThat(party.isAt(new Origin("https://portal.example.ac.jp:8443"))).isTrue();
        assertThat(party.isAt(new Origin("https://portal.example.ac.jp"))).isFalse();
        assertThat(party.isAt(new Origin("https://example.ac.jp"))).isFalse();
    }

    @Test
    void what_browsers_would_refuse_is_refused_at_the_start() {
        assertThatThrownBy(() -> party("http://mfa.example.ac.jp/", null)).hasMessageContaining("browsers refuse");
        assertThatThrownBy(() -> party("https://mfa.example.ac.jp/", "example.net"))
                .hasMessageContaining("browsers refuse");
        assertThatThrownBy(() -> party("https://mfaexample.ac.jp/", "example.ac.jp"))
                .hasMessageContaining("browsers refuse");
        assertThatThrownBy(() -> policy(URI.create("nowhere"), null, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_a_list_every_model_is_allowed_and_with_one_only_those_on_it() {
        TestDevice listed = new TestDevice().ofModel(MODEL);
        assertThat(PasskeySettings.POLICY.allows(model(listed))).isTrue();
        assertThat(PasskeySettings.POLICY.allows(model(new TestDevice()))).isTrue();
        PasskeyProperties strict = policy(URI.create("http://localhost:8080/"), null, Set.of(), Set.of(MODEL));
        assertThat(strict.allows(model(listed))).isTrue();
        assertThat(strict.allows(model(new TestDevice()))).isFalse();
    }

    @Test
    void a_question_is_open_for_five_minutes_at_most() {
        assertThatThrownBy(() -> new PasskeyProperties(
                        URI.create("http://localhost:8080/"),
                        null,
                        Set.of(),
                        "Sekisho",
                        Duration.ofMinutes(6),
                        Duration.ofMinutes(30),
                        5,
                        Set.of()))
                .hasMessageContaining("question-life");
    }

    private static UUID model(TestDevice device) {
        String asked = """
                {"challenge":"AAAA","rp":{"id":"localhost"},"user":{"id":"AAAA"}}""";
        WebAuthn webAuthn = new WebAuthn(new RelyingParty(PasskeySettings.POLICY));
        RegistrationData read = webAuthn.readNew(device.creates(asked)).orElseThrow();
        assertThat(webAuthn.verifyNew(FactorId.next(), read)).isInstanceOf(Finding.Genuine.class);
        return WebAuthn.model(read);
    }

    private static RelyingParty party(String site, @Nullable String id, String... origins) {
        Set<URI> more = Arrays.stream(origins).map(URI::create).collect(Collectors.toSet());
        return new RelyingParty(policy(URI.create(site), id, more, Set.of()));
    }

    private static PasskeyProperties policy(URI site, @Nullable String id, Set<URI> origins, Set<UUID> models) {
        return new PasskeyProperties(
                site, id, origins, "Sekisho", Duration.ofMinutes(5), Duration.ofMinutes(30), 5, models);
    }
}
