package org.sekisho.workbench;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;

/** Goes round the colours: as the system has it, light, dark. Remembered in the browser. */
public final class ThemeSwitch extends Div {

    private static final long serialVersionUID = 1L;
    private static final List<String> ROUND = List.of("system", "light", "dark");

    private final Button change = new Button();
    private String theme;

    public ThemeSwitch() {
        addClassName("theme-switch");
        theme = Screens.theme(VaadinRequest.getCurrent()).orElse("system");
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        change.addClickListener(click -> {
            theme = ROUND.get((ROUND.indexOf(theme) + 1) % ROUND.size());
            getElement().executeJs("window.sekishoTheme($0)", theme);
            describe();
            MainLayout.announce(getTranslation("workbench.theme." + theme));
        });
        describe();
        add(change);
    }

    private void describe() {
        Glyph glyph =
                switch (theme) {
                    case "light" -> Glyph.LIGHT;
                    case "dark" -> Glyph.DARK;
                    default -> Glyph.SYSTEM;
                };
        change.setIcon(glyph.component());
        String label = getTranslation("workbench.theme." + theme);
        change.setAriaLabel(label);
        change.getElement().setAttribute("title", label);
    }
}
