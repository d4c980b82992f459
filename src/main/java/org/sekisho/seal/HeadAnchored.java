package org.sekisho.seal;

/**
 * The head of the chain is to be written down by somebody outside.
 *
 * @param notary the address of who keeps it
 */
public record HeadAnchored(Anchor anchor, String notary) {}
