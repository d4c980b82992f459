package org.sekisho.workbench;

/** A refusal that a person is told in words of its own, wherever on a screen it happens. */
public interface Explained {

    /** The key of the text that says what was refused and what to do next. */
    String explanation();
}
