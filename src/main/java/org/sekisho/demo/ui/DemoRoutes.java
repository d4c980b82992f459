package org.sekisho.demo.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the demo's screens routes, which they are not by themselves: without the profile there is no way to them. */
@Component
@Profile("demo")
class DemoRoutes implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        if (!routes.isRouteRegistered(DemoInboxView.class)) {
            routes.setAnnotatedRoute(DemoInboxView.class);
        }
    }
}
