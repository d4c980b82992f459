package org.sekisho.factor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.process.ProcessKey;
import org.sekisho.shared.Secret;

/**
 * A kind of method. Adding a bean, its set-up process and its forms adds a method; nothing else changes.
 *
 * <p>The set-up process takes {@code accountId} and {@code factorId} and gives back {@code outcome}, one of
 * {@link SetupOutcome}. Its texts are {@code factor.<kind>.name}, {@code factor.<kind>.hint} and, where it signs in,
 * {@code factor.<kind>.prompt}.
 */
public interface FactorType {

    /** Kebab case, such as {@code totp}. */
    String kind();

    Traits traits();

    ProcessKey setupProcess();

    /** How long a set-up may stay unfinished before what was begun is discarded; 30 minutes by default. */
    default Duration bindingExpiresAfter() {
        return Duration.ofMinutes(30);
    }

    /**
     * Whether an account may set up another one of this kind. Kinds of which an account can have one, or one for each of a few
     * places, say so here; any number by default.
     *
     * @param present the methods that the account has, suspended ones included; where one is being replaced, without it
     */
    default boolean mayAdd(List<Factor> present) {
        return true;
    }

    /**
     * Whether its person keeps it for the day on which the other methods are lost, such as saved recovery codes (NIST SP
     * 800-63B-4 §4.2.1.1): whoever signs in with it is led to where that is put right. Not so by default.
     */
    default boolean inReserve() {
        return false;
    }

    /**
     * The channels over which a method of this kind reaches its person, such as {@code sms}: while one of them is down the method
     * cannot be used. None by default.
     */
    default Set<String> carriers(Factor method) {
        return Set.of();
    }

    /**
     * What is wrong with a name that a person wants to give a method of this kind: the key of a text that says what to do.
     * Any name will do by default.
     *
     * @param others the account's other active methods
     */
    default Optional<String> nameProblem(String name, List<Factor> others) {
        return Optional.empty();
    }

    /**
     * Asked before a proof begins, outside any transaction: the place to count what must be counted exactly, such as messages
     * that cost money.
     */
    default void admit(Challenge challenge) {}

    /**
     * Begins a proof, for methods that need something to happen first: a code to be sent, a question to be made. Called each
     * time the person is asked, also when they ask again; joins the transaction of the caller.
     */
    default void begin(Challenge challenge) {}

    /**
     * Compares what the person answered with an active method. The caller has counted the try beforehand.
     * Called outside any transaction.
     */
    Check check(Challenge challenge, Secret<String> entered);

    /** What a comparison found. */
    enum Check {
        RIGHT,
        WRONG,
        /** Right, but used before: neither signs in nor counts. */
        USED,
        /** Right once, but too late or replaced by a newer one: neither signs in nor counts. */
        VOID
    }
}
