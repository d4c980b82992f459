package org.sekisho.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.shared.Sha256;

/**
 * The tree of hashes of RFC 6962 §2.1 over the events of a block: one root stands for all of them in their order, and a path of
 * some ten hashes proves that one of them is among them.
 *
 * <p>The leaf of an event is the hash of the byte 0, its id in 8 bytes, and its canonical form; a node that of the byte 1 and its
 * two children. Of n leaves the first subtree has the greatest power of two below n.
 */
final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    static Hash leaf(long eventId, byte[] canonical) {
        return leaf(Sha256.begun(), eventId, canonical);
    }

    /** @param digest spares a new one for each of millions of leaves; it is left as it came */
    static Hash leaf(MessageDigest digest, long eventId, byte[] canonical) {
        digest.update(LEAF);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(eventId).array());
        return Hash.read(digest.digest(canonical));
    }

    /** @throws IllegalArgumentException where there is no leaf */
    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a block has at least one event");
        }
        return root(Sha256.begun(), leaves);
    }

    private static Hash root(MessageDigest digest, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int first = firstSubtree(leaves.size());
        Hash left = root(digest, leaves.subList(0, first));
        Hash right = root(digest, leaves.subList(first, leaves.size()));
        return node(digest, left, right);
    }

    /** The hashes beside the way from a leaf up to the root, the lowest first. */
    static List<Hash> path(List<Hash> leaves, int place) {
        List<Hash> path = new ArrayList<>();
        if (leaves.size() > 1) {
            int first = firstSubtree(leaves.size());
            List<Hash> left = leaves.subList(0, first);
            List<Hash> right = leaves.subList(first, leaves.size());
            path.addAll(place < first ? path(left, place) : path(right, place - first));
            path.add(root(place < first ? right : left));
        }
        return path;
    }

    /**
     * The root that the path leads to from a leaf.
     *
     * @param leaves how many there are
     * @throws IllegalArgumentException where a tree of so many leaves has no such path
     */
    static Hash root(Hash leaf, int place, int leaves, List<Hash> path) {
        if (place < 0 || place >= leaves) {
            throw new IllegalArgumentException("there is no such leaf");
        }
        if (leaves == 1) {
            if (!path.isEmpty()) {
                throw new IllegalArgumentException("the path is too long");
            }
            return leaf;
        }
        if (path.isEmpty()) {
            throw new IllegalArgumentException("the path is too short");
        }
        int first = firstSubtree(leaves);
        Hash beside = path.get(path.size() - 1);
        List<Hash> below = path.subList(0, path.size() - 1);
        return place < first
                ? node(Sha256.begun(), root(leaf, place, first, below), beside)
                : node(Sha256.begun(), beside, root(leaf, place - first, leaves - first, below));
    }

    private static Hash node(MessageDigest digest, Hash left, Hash right) {
        digest.update(NODE);
        left.addTo(digest);
        right.addTo(digest);
        return Hash.read(digest.digest());
    }

    private static int firstSubtree(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }
}
