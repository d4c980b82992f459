package org.sekisho.workbench;

import com.vaadin.flow.component.UI;

/** Where a task's screen can go when it is done. */
public interface TaskNavigation {

    /** Goes on to the next task of the same case, or to the status page where there is none for this person. */
    void next();

    /** Goes to a route of the product. */
    default void to(String route) {
        UI.getCurrent().navigate(route);
    }

    /** Leaves the page altogether, for addresses that are not a screen, such as {@code /sign-in/complete}. */
    default void leaveTo(String path) {
        UI.getCurrent().getPage().setLocation(path);
    }

    /** Signs the person out by the shell's own form, so that the next page is a new sign-in. */
    default void signOut() {
        MainLayout.signOut();
    }

    /** Says that the task has been completed elsewhere or its case has ended, and offers the way back. */
    void stale();
}
