package org.sekisho.workbench;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** The page is for other people. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class AccessDeniedPage extends TroublePage implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    AccessDeniedPage() {
        super("denied");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
