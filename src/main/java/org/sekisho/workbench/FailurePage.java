package org.sekisho.workbench;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page could not be made. What went wrong stands in the log, never on the page. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailurePage extends TroublePage implements HasErrorParameter<Exception> {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(FailurePage.class);

    FailurePage() {
        super("failure");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        log.error("the page {} failed", event.getLocation().getFirstSegment(), parameter.getException());
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
