package org.sekisho.factor;

/**
 * A process by which a person can go on where they may not do so by themselves: the last method cannot be removed, but MFA can
 * be ended or a lost method recovered. A bean of this type is offered wherever that happens.
 */
public interface WayOut {

    /** The key of the text of the link. */
    String label();

    /** An own route, such as {@code recovery}. */
    String route();
}
