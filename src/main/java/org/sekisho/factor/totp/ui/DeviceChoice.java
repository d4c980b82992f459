package org.sekisho.factor.totp.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import org.sekisho.factor.totp.AppDevice;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.process.CaseTask;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.TaskNavigation;
import org.sekisho.workbench.TaskPage;

/** The question, and where the stores keep the apps that most people use. */
final class DeviceChoice extends Div {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "factor.totp.totp-device.";
    private static final String MICROSOFT_PLAY =
            "https://play.google.com/store/apps/details?id=com.azure.authenticator";
    private static final String MICROSOFT_APPLE = "https://apps.apple.com/app/microsoft-authenticator/id983156458";
    private static final String GOOGLE_PLAY =
            "https://play.google.com/store/apps/details?id=com.google.android.apps.authenticator2";
    private static final String GOOGLE_APPLE = "https://apps.apple.com/app/google-authenticator/id388497605";

    DeviceChoice(TotpSetup setup, CaseTask task, TaskNavigation navigation) {
        RadioButtonGroup<AppDevice> devices = new RadioButtonGroup<>(text("question"));
        devices.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        devices.setItems(AppDevice.values());
        devices.setItemLabelGenerator(
                device -> text(device == AppDevice.THIS_DEVICE ? "this-device" : "another-device"));
        devices.setHelperText(text("hint"));
        devices.setRequiredIndicatorVisible(true);
        setup.device(task).ifPresent(devices::setValue);

        TaskPage page = new TaskPage(text("title")).lead(text("lead"));
        Button different = new Button(text("different"), click -> {
            try {
                setup.anotherWanted(task.id());
                navigation.next();
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        different.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        different.setDisableOnClick(true);
        page.content(devices, different, install());
        page.primary(text("submit"), () -> {
            AppDevice device = devices.getValue();
            if (device == null) {
                FieldProblem.show(devices, text("choose"));
                return;
            }
            try {
                setup.chosen(task.id(), device);
                navigation.next();
            } catch (TaskUnavailable gone) {
                navigation.stale();
            }
        });
        add(page);
    }

    private Component install() {
        Section section = new Section(new H2(text("install")), new Paragraph(text("install.lead")));
        section.addClassName("install-app");
        section.add(new UnorderedList(
                app("microsoft", MICROSOFT_PLAY, MICROSOFT_APPLE), app("google", GOOGLE_PLAY, GOOGLE_APPLE)));
        section.add(new Paragraph(text("install.after")));
        return section;
    }

    private ListItem app(String app, String play, String apple) {
        String name = text("install." + app);
        ListItem item = new ListItem(new Span(name));
        UnorderedList stores =
                new UnorderedList(store(name, "install.play", play), store(name, "install.app-store", apple));
        item.add(stores);
        return item;
    }

    private ListItem store(String app, String store, String address) {
        Anchor link = new Anchor(address, text(store));
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.setAriaLabel(app + ": " + text(store));
        return new ListItem(link);
    }

    private String text(String key) {
        return getTranslation(TEXT + key);
    }
}
