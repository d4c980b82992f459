package org.sekisho.verification;

/** Where a screen of a verification case leads next. */
public sealed interface Onward {

    /** To the next task of the case. */
    record NextTask() implements Onward {}

    /** The grant waits: the whole page goes where grants are consumed. */
    record CompleteSignIn() implements Onward {}

    /** Back into the product. */
    record Route(String route) implements Onward {}

    /** Nowhere: the person signs in again. */
    record SignInAgain() implements Onward {}
}
