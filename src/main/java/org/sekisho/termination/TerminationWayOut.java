package org.sekisho.termination;

import org.sekisho.factor.WayOut;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who cannot remove their last method may ask to do without MFA. */
@Component
@Order(200)
class TerminationWayOut implements WayOut {

    @Override
    public String label() {
        return "termination.way-out";
    }

    @Override
    public String route() {
        return Terminations.ROUTE;
    }
}
