package org.sekisho.process;

/**
 * One service task of a model: a bean whose class name, in lower camel case, is the name in the model
 * ({@code #{steps.sendContactCode}} is {@code SendContactCode}). Runs inside the transaction of the case; whatever it
 * writes to the database commits with the step, so it must not call out: sending is the outbox's work.
 */
public interface ProcessStep {

    /**
     * Does the work of the step.
     *
     * @throws ProcessError for an outcome that the model handles
     */
    void run(StepContext context) throws ProcessError;
}
