package org.sekisho.security.ui;

/** What an {@link AloneSignInScreen} may ask of the sign-in page. */
public interface AloneRequest {

    /** Asks this browser anew; what the script on the page works with. */
    String ask();

    /** Leaves the page with the answer. */
    void answer(String answer);

    /** Says on the page, translated, what went wrong and what to do next. */
    void refuse(String text);
}
