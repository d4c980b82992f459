package org.sekisho.verification;

import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;

/**
 * Where a person goes on who has a right password and can use none of their methods. A bean of this type is offered on the page
 * that says so at sign-in.
 */
public interface LastResort {

    /** The key of the text of its button. */
    String label();

    /**
     * The person wants it. Called outside any transaction; where it answers {@link Answer#GOES_ON} the sign-in case ends, and
     * what comes after it is a {@link org.sekisho.security.HalfWayCase}.
     *
     * @param signInCase the case of the sign-in that cannot be passed
     */
    Answer taken(AccountId account, CaseId signInCase);

    /**
     * What became of the wish.
     *
     * @param problem the key of a text that says why not and what to do; empty where it goes on
     */
    record Answer(String problem) {

        public static final Answer GOES_ON = new Answer("");

        public boolean goesOn() {
            return problem.isEmpty();
        }
    }
}
