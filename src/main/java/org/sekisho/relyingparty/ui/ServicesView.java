package org.sekisho.relyingparty.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import org.sekisho.relyingparty.RelyingService;
import org.sekisho.relyingparty.ServiceDirectory;
import org.sekisho.shared.Language;
import org.sekisho.workbench.MainLayout;

/** The service directory: where people go once they are in. */
@Route(value = "services", layout = MainLayout.class)
@RolesAllowed("SIGNED_IN")
class ServicesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ServiceDirectory directory;

    ServicesView(ServiceDirectory directory) {
        this.directory = directory;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new H1(getTranslation("relyingparty.services.title")));
        add(new Paragraph(getTranslation("relyingparty.services.lead")));
        UnorderedList list = new UnorderedList();
        list.addClassName("service-list");
        Language language = Language.of(UI.getCurrent().getLocale());
        for (RelyingService service : directory.services()) {
            list.add(new ListItem(new RouterLink(
                    service.name(language),
                    ServiceView.class,
                    new RouteParameters(ServiceView.SERVICE, service.id()))));
        }
        add(list);
    }

    @Override
    public String getPageTitle() {
        return "relyingparty.services.title";
    }
}
