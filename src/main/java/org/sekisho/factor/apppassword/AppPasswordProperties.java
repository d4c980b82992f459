package org.sekisho.factor.apppassword;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Policy of app passwords.
 *
 * @param enabled whether there are any; where not, none can be made and those that were made are not right
 * @param most how many an account can have, 1 to 50
 * @param services who may ask whether an app password is right; where none is named, nobody can ask
 * @param bindingExpiresAfter how long the person has to name one and to save it
 */
@ConfigurationProperties("sekisho.factor.apppassword")
record AppPasswordProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("10") int most,
        @DefaultValue List<Service> services,
        @DefaultValue("30m") Duration bindingExpiresAfter) {

    private static final int SHORTEST_SECRET = 32;

    AppPasswordProperties {
        if (most < 1 || most > 50) {
            throw new IllegalArgumentException("sekisho.factor.apppassword.most must be between 1 and 50");
        }
        services = List.copyOf(services);
        if (services.stream().map(Service::id).distinct().count() < services.size()) {
            throw new IllegalArgumentException("two of sekisho.factor.apppassword.services have the same id");
        }
    }

    /**
     * A service that asks, such as a mail server.
     *
     * @param id its user name here; kebab case
     * @param secret its password here, at least 32 characters
     */
    record Service(String id, String secret) {

        Service {
            if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw new IllegalArgumentException(
                        "an id of sekisho.factor.apppassword.services has small letters, digits and hyphens");
            }
            if (secret.length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException("the secret of " + id + " in sekisho.factor.apppassword.services"
                        + " must have at least " + SHORTEST_SECRET + " characters");
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
