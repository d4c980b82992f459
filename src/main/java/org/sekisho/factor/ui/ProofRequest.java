package org.sekisho.factor.ui;

import org.sekisho.factor.Challenge;

/** What a {@link ProofScreen} is asked for, and what it may ask for in turn. */
public interface ProofRequest {

    Challenge challenge();

    /** Has the method begin anew: another code, another call. The page is shown again. */
    void again();

    /** The answer may arrive by another way than this page, such as a phone: the page watches for it and goes on by itself. */
    void watch();
}
