package org.sekisho.factor.apppassword.ui;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.sekisho.factor.Factor;
import org.sekisho.factor.ui.MethodDetail;
import org.springframework.stereotype.Component;

/** That an app password does not sign in, unlike what it is listed with. */
@Component
class NeverSignsIn implements MethodDetail {

    @Override
    public String kind() {
        return "apppassword";
    }

    @Override
    public Optional<String> of(Factor method) {
        return Optional.of(UI.getCurrent().getTranslation("factor.apppassword.never-signs-in"));
    }
}
