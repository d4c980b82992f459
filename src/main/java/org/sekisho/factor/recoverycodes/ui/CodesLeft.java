package org.sekisho.factor.recoverycodes.ui;

import com.vaadin.flow.component.UI;
import java.util.Optional;
import org.sekisho.factor.Factor;
import org.sekisho.factor.recoverycodes.RecoveryCodes;
import org.sekisho.factor.ui.MethodDetail;
import org.springframework.stereotype.Component;

/** How many codes are left, and that there should be more where they are few. */
@Component
class CodesLeft implements MethodDetail {

    private static final int FEW = 3;

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
        return Optional.of(UI.getCurrent()
                .getTranslation(
                        count.left() <= FEW ? "factor.recoverycodes.left-few" : "factor.recoverycodes.left",
                        count.left(),
                        count.all()));
    }
}
