package org.sekisho.factor.passkey.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * Brings the script into the front end, which is built from views and from listeners like this one: what a method draws with
 * need not be named by a view that knows no method.
 */
@Component
@JsModule("./passkey.js")
class PasskeyScript implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // the script waits until it is called
    }
}
