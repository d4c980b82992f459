package org.sekisho.relyingparty;

import java.net.URI;
import java.util.Optional;
import org.sekisho.shared.Language;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A service that people reach from the service directory.
 *
 * @param id kebab case; what {@code mfa-requirement.dmn} knows it by
 * @param nameEn its name in English
 * @param nameJa its name in Japanese
 * @param address where it is; empty where it has no page of its own
 */
public record RelyingService(
        String id,
        String nameEn,
        String nameJa,
        @DefaultValue Optional<URI> address) {

    public String name(Language language) {
        return language == Language.JA ? nameJa : nameEn;
    }
}
