package org.sekisho.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.Decisions;
import org.sekisho.process.Variables;
import org.springframework.stereotype.Component;

/**
 * Decision tables in their newest deployed version. A question that is asked outside a case writes nothing, not even into the
 * engine's own log, so that a screen may ask it each time it is looked at, in a transaction that only reads.
 */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final CommandExecutor commands;
    private final ActorsName inActorsName;

    EngineDecisions(DecisionService decisions, ProcessEngineConfigurationImpl configuration, ActorsName inActorsName) {
        this.decisions = decisions;
        this.commands = configuration.getCommandExecutorTxRequired();
        this.inActorsName = inActorsName;
    }

    @Override
    public Variables decide(DecisionKey decision, Variables inputs) {
        List<DmnDecisionRuleResult> rules;
        try {
            rules = inActorsName.call(() -> matching(decision, inputs));
        } catch (NotFoundException unknown) {
            throw new IllegalStateException("There is no decision " + decision, unknown);
        }
        if (rules.size() != 1) {
            throw new IllegalStateException(rules.size() + " rules of decision " + decision + " match");
        }
        return Variables.ofEncoded(rules.get(0).getEntryMap());
    }

    private List<DmnDecisionRuleResult> matching(DecisionKey decision, Variables inputs) {
        List<DmnDecisionRuleResult> rules = new ArrayList<>();
        commands.execute(context -> {
            context.executeWithOperationLogPrevented(unlogged -> rules.addAll(decisions
                    .evaluateDecisionTableByKey(decision.value())
                    .variables(Map.copyOf(inputs.encoded()))
                    .evaluate()));
            return rules;
        });
        return rules;
    }
}
