package org.sekisho.seal;

/**
 * An event by what stands for it in the chain.
 *
 * @param event its id
 * @param hash the leaf of the event in the tree of its block: of the byte 0, the id in 8 bytes and the canonical form
 */
public record EventHash(long event, Hash hash) {}
