package org.sekisho.factor.passkey;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;

/** The default policy, where settings are not read; registered by name, never found by a scan. */
class PasskeySettings {

    static final PasskeyProperties POLICY = new PasskeyProperties(
            URI.create("http://localhost:8080/"),
            null,
            Set.of(),
            "Sekisho",
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            5,
            Set.of());

    @Bean
    PasskeyProperties passkeyProperties() {
        return POLICY;
    }
}
