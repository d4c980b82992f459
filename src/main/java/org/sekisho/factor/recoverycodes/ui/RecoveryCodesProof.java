package org.sekisho.factor.recoverycodes.ui;

import com.vaadin.flow.component.UI;
import java.util.Map;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.factor.ui.CodeInput;
import org.sekisho.factor.ui.ProofInput;
import org.sekisho.factor.ui.ProofRequest;
import org.sekisho.factor.ui.ProofScreen;
import org.sekisho.workbench.CodeField;
import org.springframework.stereotype.Component;

/** Asks for one of the codes that the person has kept: letters and digits. */
@Component
class RecoveryCodesProof implements ProofScreen {

    @Override
    public String kind() {
        return "recoverycodes";
    }

    @Override
    public ProofInput open(ProofRequest request) {
        return new CodeInput(
                new CodeField(text("label")), Map.of(Check.WRONG, text("wrong"), Check.USED, text("used")));
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation("factor.recoverycodes.proof." + key);
    }
}
