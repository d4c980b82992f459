package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.shared.Sha256;

class MerkleTreeTest {

    @Test
    void the_tree_is_that_of_the_specification() {
        List<Hash> leaves = leaves(7);

        Hash left = node(node(leaves.get(0), leaves.get(1)), node(leaves.get(2), leaves.get(3)));
        Hash right = node(node(leaves.get(4), leaves.get(5)), leaves.get(6));
        assertThat(MerkleTree.root(leaves)).isEqualTo(node(left, right));
    }

    @Test
    void a_leaf_is_the_hash_of_zero_the_id_and_the_event() {
        assertThat(MerkleTree.leaf(258, new byte[] {7})).isEqualTo(Hash.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 1, 2, 7}));
    }

    @Test
    void the_path_of_every_leaf_of_trees_of_every_size_leads_to_the_root_and_that_of_no_other_place_does() {
        for (int size = 1; size <= 40; size++) {
            List<Hash> leaves = leaves(size);
            Hash root = MerkleTree.root(leaves);
            for (int place = 0; place < size; place++) {
                List<Hash> path = MerkleTree.path(leaves, place);
                assertThat(MerkleTree.root(leaves.get(place), place, size, path))
                        .isEqualTo(root);
                assertThat(path.size()).isLessThanOrEqualTo(6);
                int other = (place + 1) % size;
                if (other != place) {
                    assertThat(MerkleTree.root(leaves.get(other), place, size, path))
                            .isNotEqualTo(root);
                }
            }
        }
    }

    @Test
    void a_path_that_is_too_long_or_too_short_is_refused() {
        List<Hash> leaves = leaves(5);
        List<Hash> path = MerkleTree.path(leaves, 2);
        List<Hash> longer =
                Stream.concat(Stream.of(leaves.get(0)), path.stream()).toList();

        assertThatThrownBy(() -> MerkleTree.root(leaves.get(2), 2, 5, path.subList(1, path.size())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.root(leaves.get(2), 2, 5, longer))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.root(leaves.get(2), 5, 5, path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> MerkleTree.leaf(number, new byte[] {(byte) number}))
                .toList();
    }

    private static Hash node(Hash left, Hash right) {
        byte[] both = new byte[1 + 2 * Sha256.LENGTH];
        both[0] = 1;
        System.arraycopy(left.toBytes(), 0, both, 1, Sha256.LENGTH);
        System.arraycopy(right.toBytes(), 0, both, 1 + Sha256.LENGTH, Sha256.LENGTH);
        return Hash.of(both);
    }
}
