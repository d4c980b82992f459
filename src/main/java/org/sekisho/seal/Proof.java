package org.sekisho.seal;

import java.util.List;

/**
 * That an event was sealed: with the header of its block, anybody can check it.
 *
 * @param event its id
 * @param canonical what was sealed, as {@link org.sekisho.audit.CanonicalForm} writes it
 * @param block the number of the block that holds it
 * @param place its place among the events of the block, from 0
 * @param path the hashes beside the way from its leaf to the root, the lowest first
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by its event
public record Proof(long event, byte[] canonical, long block, int place, List<Hash> path) {

    public Proof {
        path = List.copyOf(path);
    }
}
