package org.sekisho.factor.recoverycodes.ui;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.sekisho.factor.Factor;
import org.sekisho.factor.recoverycodes.RecoveryCodes;
import org.sekisho.factor.ui.MethodDetail;
import org.springframework.stereotype.Component;

/** How many codes are left. */
@Component
class CodesLeft implements MethodDetail {

    private final RecoveryCodes codes;

    CodesLeft(RecoveryCodes codes) {
        this.codes = codes;
    }

    @Override
    public String kind() {
        return "recoverycodes";
    }

    @Override
    public Optional<String> of(Factor method) {
        RecoveryCodes.Count count = codes.count(method);
        return Optional.of(UI.getCurrent().getTranslation("factor.recoverycodes.left", count.left(), count.all()));
    }
}
