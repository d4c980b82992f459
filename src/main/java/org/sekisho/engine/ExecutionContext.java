package org.sekisho.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.RunningStep;
import org.sekisho.process.StepContext;
import org.sekisho.process.Variable;

/** What a step may see of the execution that runs it. */
class ExecutionContext implements StepContext {

    private final DelegateExecution execution;
    private final ProcessDefinition definition;

    ExecutionContext(DelegateExecution execution) {
        this.execution = execution;
        this.definition = ((ExecutionEntity) execution).getProcessDefinition();
    }

    @Override
    public CaseId caseId() {
        return CaseId.parse(execution.getProcessBusinessKey());
    }

    @Override
    public ProcessKey process() {
        return new ProcessKey(definition.getKey());
    }

    @Override
    public String element() {
        return execution.getCurrentActivityId();
    }

    @Override
    public int modelVersion() {
        return definition.getVersion();
    }

    RunningStep.Place place() {
        return new RunningStep.Place(process(), element(), modelVersion());
    }

    @Override
    public <T> T get(Variable<T> variable) {
        return find(variable)
                .orElseThrow(() -> new IllegalStateException(
                        "Process " + process() + " has no variable " + variable + " at " + element()));
    }

    @Override
    public <T> Optional<T> find(Variable<T> variable) {
        return Optional.ofNullable(execution.getVariable(variable.name())).map(variable::decode);
    }

    @Override
    public <T> void set(Variable<T> variable, T value) {
        execution.setVariable(variable.name(), variable.encode(value));
    }
}
