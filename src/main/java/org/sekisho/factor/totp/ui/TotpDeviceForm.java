package org.sekisho.factor.totp.ui;

import com.vaadin.flow.component.Component;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.workbench.TaskForm;
import org.sekisho.workbench.TaskNavigation;

/** Asks where the app is, and helps to install one. */
@org.springframework.stereotype.Component
class TotpDeviceForm implements TaskForm {

    private final TotpSetup setup;

    TotpDeviceForm(TotpSetup setup) {
        this.setup = setup;
    }

    @Override
    public FormKey key() {
        return new FormKey("totp-device");
    }

    @Override
    public Component open(CaseTask task, TaskNavigation navigation) {
        return new DeviceChoice(setup, task, navigation);
    }
}
