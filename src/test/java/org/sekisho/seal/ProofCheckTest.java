package org.sekisho.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.shared.Secret;

/** Nothing counts that cannot be traced back to the first key. */
class ProofCheckTest {

    private static final byte[] CANONICAL = {1, 2, 3};

    private final KeyPair installation = pair();
    private final KeyPair forger = pair();

    @Test
    void a_block_of_the_first_key_proves_its_event() {
        ProofCheck check = new ProofCheck(List.of(key(1, installation, Optional.empty())));
        check.head(head(installation, 1));

        assertThat(check.problems()).isEmpty();
        assertThat(check.holds(proof())).isTrue();
    }

    @Test
    void a_second_first_key_is_refused_and_what_it_signed_proves_nothing() {
        ProofCheck check =
                new ProofCheck(List.of(key(1, installation, Optional.empty()), key(1, forger, Optional.empty())));
        check.head(head(forger, 1));

        assertThat(check.problems())
                .containsExactly(
                        "key 1 is not vouched for by the key before it",
                        "block 1 is not signed by the key that it names");
        assertThat(check.holds(proof())).isFalse();
    }

    @Test
    void a_key_is_refused_that_its_predecessor_did_not_vouch_for_or_that_has_none() {
        SealKey first = key(1, installation, Optional.empty());
        SealKey bare = key(2, forger, Optional.empty());
        byte[] own = SealKey.sign(privateOf(forger), bare.statement());

        assertThat(new ProofCheck(List.of(first, key(2, forger, Optional.of(own)))).problems())
                .hasSize(1);
        assertThat(new ProofCheck(List.of(first, key(3, forger, Optional.of(own)))).problems())
                .hasSize(1);
        byte[] vouched = SealKey.sign(privateOf(installation), bare.statement());
        assertThat(new ProofCheck(List.of(first, key(2, forger, Optional.of(vouched)))).problems())
                .isEmpty();
        assertThat(new ProofCheck(List.of(key(2, forger, Optional.of(vouched)), first)).problems())
                .hasSize(1);
    }

    private static SealKey key(int number, KeyPair pair, Optional<byte[]> endorsement) {
        return new SealKey(number, pair.getPublic().getEncoded(), endorsement, Instant.EPOCH);
    }

    private static SignedHead head(KeyPair signer, int key) {
        Block block = new Block(
                1,
                Instant.EPOCH,
                EventIds.of(List.of(5L)),
                MerkleTree.root(List.of(MerkleTree.leaf(5, CANONICAL))),
                Hash.NONE,
                key);
        return new SignedHead(1, block.header(), SealKey.sign(privateOf(signer), block.header()));
    }

    private static Proof proof() {
        return new Proof(5, CANONICAL, 1, 0, List.of());
    }

    private static Secret<byte[]> privateOf(KeyPair pair) {
        return Secret.of(pair.getPrivate().getEncoded());
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(SealKey.ALGORITHM).generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
