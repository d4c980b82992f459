package org.sekisho.factor;

/**
 * What policies decide on, instead of method names (NIST SP 800-63B-4 §3).
 *
 * @param signIn whether it may be asked for at sign-in
 * @param first whether it may be the first method and the default
 * @param phishingResistant §3.2.5
 * @param restricted §3.2.9: the telephone network
 * @param replayResistant §3.2.7
 */
public record Traits(
        boolean signIn, boolean first, boolean phishingResistant, boolean restricted, boolean replayResistant) {}
