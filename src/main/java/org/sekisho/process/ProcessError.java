package org.sekisho.process;

/**
 * A business outcome that the model handles with an error boundary event. Anything else that a step throws is a technical
 * failure: it is tried again a few times and then becomes an incident that staff see.
 */
public final class ProcessError extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code what is wrong, in kebab case, as the boundary event in the model names it */
    public ProcessError(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
