package org.sekisho.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** Something that the demo world was sent. */
public sealed interface DemoMessage permits DemoMail, DemoText, DemoCall {

    String id();

    /** The address or the number that it was sent to. */
    String to();

    /** What it says. */
    String body();

    Instant at();

    /** What it is, for scripts: {@code mail}, {@code text} or {@code call}. */
    @JsonProperty
    String kind();
}
