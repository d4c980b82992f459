package org.sekisho.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.sekisho.shared.Secret;
import org.sekisho.vault.Vault;
import org.springframework.stereotype.Component;

/** Turns the address a request came from into a keyed digest of its network. */
@Component
public class SourceNetwork {

    private static final String CONTEXT = "security.source";

    /** One subscriber has a whole /64 to choose addresses from (RFC 6177). */
    private static final int IPV6_NETWORK_BYTES = 8;

    /** Enough to tell sources apart, short enough to stand in the subject of a limit. */
    private static final int DIGEST_BYTES = 16;

    /** Of anything else the platform would ask a name server. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f.:]*:[0-9A-Fa-f.:]*(%.*)?");

    private final Vault vault;

    SourceNetwork(Vault vault) {
        this.vault = vault;
    }

    /** @param remoteAddress an address in numbers, as the servlet container gives it; anything else stands for itself */
    public String digest(String remoteAddress) {
        byte[] digest = vault.digest(Secret.of(network(remoteAddress)), CONTEXT);
        return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }

    static byte[] network(String remoteAddress) {
        if (!NUMERIC.matcher(remoteAddress).matches()) {
            return remoteAddress.getBytes(StandardCharsets.UTF_8);
        }
        try {
            InetAddress address = InetAddress.getByName(remoteAddress);
            byte[] bytes = address.getAddress();
            return address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
        } catch (UnknownHostException notAnAddress) {
            return remoteAddress.getBytes(StandardCharsets.UTF_8);
        }
    }
}
