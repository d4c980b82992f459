package org.sekisho.recovery.ui;

import org.sekisho.factor.WayOut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who has lost their last method goes through a recovery. */
@Component
@Order(10)
class RecoveryWayOut implements WayOut {

    @Override
    public String label() {
        return "recovery.way-out";
    }

    @Override
    public String route() {
        return RecoveryView.ROUTE;
    }
}
