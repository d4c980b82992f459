package org.sekisho.factor.passkey;

import com.webauthn4j.data.client.Origin;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whom passkeys belong to, and at which addresses they are used (WebAuthn §5.1.2, §13.4.9). */
@Component
class RelyingParty {

    private static final String LOCALHOST = "localhost";

    private final String id;
    private final String name;
    private final Set<Origin> origins;

    RelyingParty(PasskeyProperties policy) {
        id = Optional.ofNullable(policy.relyingPartyId())
                .orElseGet(() -> policy.site().getHost());
        name = policy.name();
        origins = Stream.concat(Stream.of(policy.site()), policy.origins().stream())
                .map(RelyingParty::origin)
                .collect(Collectors.toUnmodifiableSet());
        origins.forEach(this::mustBelong);
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    /** Whether passkeys are used at this address; on {@code localhost} the port does not matter. */
    boolean isAt(Origin origin) {
        return origins.contains(origin) || (id.equals(LOCALHOST) && LOCALHOST.equals(origin.getHost()));
    }

    private void mustBelong(Origin origin) {
        String host = String.valueOf(origin.getHost());
        boolean belongs = host.equals(id) || host.endsWith("." + id);
        boolean secure = "https".equals(origin.getScheme()) || host.equals(LOCALHOST);
        if (!belongs || !secure) {
            throw new IllegalArgumentException(
                    "sekisho.factor.passkey: browsers refuse passkeys of " + id + " at " + origin);
        }
    }

    private static Origin origin(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new Origin(address.getScheme() + "://" + address.getHost() + port);
    }
}
