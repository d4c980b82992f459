package org.sekisho.engine;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Puts the clock of a running engine forward, together with the product's own. */
public final class EngineTime {

    private EngineTime() {}

    /** From now on the engine's clock runs this far ahead of the machine's. */
    public static void runAhead(Duration by) {
        ClockUtil.offset(by.toMillis());
    }
}
