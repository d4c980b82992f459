package org.sekisho.workbench;

/** Where a task's screen can go when it is done. */
public interface TaskNavigation {

    /** Goes on to the next task of the same case, or to the status page where there is none for this person. */
    void next();

    /** Goes to a route of the product. */
    void to(String route);

    /** Leaves the page altogether, for addresses that are not a screen, such as {@code /sign-in/complete}. */
    void leaveTo(String path);

    /** Signs the person out by the shell's own form, so that the next page is a new sign-in. */
    void signOut();

    /** Says that the task has been completed elsewhere or its case has ended, and offers the way back. */
    void stale();
}
