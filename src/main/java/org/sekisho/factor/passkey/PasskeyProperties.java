package org.sekisho.factor.passkey;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Policy of passkeys.
 *
 * @param site the address at which people reach this product; a site on {@code localhost} is reached at any port
 * @param relyingPartyId the domain that passkeys belong to (WebAuthn §5.1.2): the host of the site, or a domain above it that
 *     several sites share; the host where nothing is said. It can never be changed without losing every passkey
 * @param origins further addresses at which the same passkeys are used, such as {@code https://mfa.example.ac.jp}
 * @param name what devices show beside the account name
 * @param questionLife how long a device may take to answer: five minutes at most
 * @param bindingExpiresAfter how long a set-up may stay unfinished
 * @param bindingTries refused registrations after which a set-up is over (NIST SP 800-63B-4 §3.2.2: at most 100)
 * @param models the models of authenticator (AAGUID, WebAuthn §6.5.1) that may be registered; all of them where nothing is
 *     said. With a list, devices are asked for their attestation, without one they are not. Its chain of certificates is not
 *     checked: the list tells honest devices apart, and keeps nobody out who forges
 */
@ConfigurationProperties("sekisho.factor.passkey")
record PasskeyProperties(
        @DefaultValue("http://localhost:8080/") URI site,
        @Nullable String relyingPartyId,
        @DefaultValue Set<URI> origins,
        @DefaultValue("Sekisho") String name,
        @DefaultValue("5m") Duration questionLife,
        @DefaultValue("30m") Duration bindingExpiresAfter,
        @DefaultValue("5") int bindingTries,
        @DefaultValue Set<UUID> models) {

    PasskeyProperties {
        if (site.getHost() == null) {
            throw new IllegalArgumentException(
                    "sekisho.factor.passkey.site must be an address such as https://mfa.example.org/");
        }
        if (questionLife.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("sekisho.factor.passkey.question-life must be at most 5 minutes");
        }
        if (bindingTries < 1 || bindingTries > 100) {
            throw new IllegalArgumentException("sekisho.factor.passkey.binding-tries must be between 1 and 100");
        }
        origins = Set.copyOf(origins);
        models = Set.copyOf(models);
    }

    /** Whether devices of a model may be registered. */
    boolean allows(UUID model) {
        return models.isEmpty() || models.contains(model);
    }
}
