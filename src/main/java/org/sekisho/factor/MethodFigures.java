package org.sekisho.factor;

import java.util.List;

/** Which methods people use. */
public interface MethodFigures {

    /** The kinds of method that somebody has, the most frequent first. */
    List<InUse> inUse();

    /**
     * A kind of method.
     *
     * @param kind as {@link FactorType#kind}
     * @param accounts how many have one that is active
     * @param preferred for how many it is the default
     * @param suspended how many such methods are suspended
     */
    record InUse(String kind, long accounts, long preferred, long suspended) {}
}
