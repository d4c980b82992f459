package org.sekisho.security;

/**
 * Where a request came from.
 *
 * @param network a keyed digest of the source network (IPv4 /32, IPv6 /64): tells sources apart without storing addresses
 * @param browser a digest of the cookie of a browser that has completed MFA for the account before; empty for any other
 */
public record Source(String network, java.util.Optional<String> browser) {}
