package org.sekisho.security.ui;

import com.vaadin.flow.component.Component;

/** What the sign-in page shows of an {@link org.sekisho.security.AloneSignIn}. */
public interface AloneSignInScreen {

    /** The {@link org.sekisho.security.AloneSignIn#way}. */
    String way();

    /** A button, for one visit of the page. */
    Component open(AloneRequest request);
}
