package org.sekisho.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sekisho.process.ProcessError;
import org.sekisho.process.ProcessStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs a step for the engine: says in the log whose step it is, turns a {@link ProcessError} into the error that the model
 * handles, and lets every other failure through without what it says, since the engine stores texts of failures for long.
 */
class StepDelegate implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(StepDelegate.class);

    private final ProcessStep step;
    private final CurrentStep currentStep;

    StepDelegate(ProcessStep step, CurrentStep currentStep) {
        this.step = step;
        this.currentStep = currentStep;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExecutionContext context = new ExecutionContext(execution);
        try (MDC.MDCCloseable caseId = MDC.putCloseable("case", context.caseId().toString());
                MDC.MDCCloseable process =
                        MDC.putCloseable("process", context.process().value());
                MDC.MDCCloseable element = MDC.putCloseable("element", context.element());
                CurrentStep.Scope scope = currentStep.enter(context.place())) {
            run(context);
        }
    }

    private void run(ExecutionContext context) {
        try {
            step.run(context);
        } catch (ProcessError outcome) {
            throw new BpmnError(outcome.code());
        } catch (OptimisticLockingException concurrent) {
            // tried again without counting as a failure
            throw concurrent;
        } catch (RuntimeException failure) {
            StepFailure told = StepFailure.of(Steps.name(step), failure);
            log.warn("{}\n{}", told.getMessage(), StepFailure.traceWithoutTexts(failure));
            throw told;
        }
    }
}
