package org.sekisho.workbench;

/** A form file cannot be understood. The product does not start with one, so that no case ever waits at it. */
final class BrokenForm extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenForm(String file, int line, String what) {
        super("forms/" + file + ", line " + line + ": " + what);
    }
}
