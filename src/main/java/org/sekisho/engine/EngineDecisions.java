package org.sekisho.engine;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionResultException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.Decisions;
import org.sekisho.process.Variables;
import org.springframework.stereotype.Component;

/** Decision tables in their newest deployed version. */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final ActorsName inActorsName;

    EngineDecisions(DecisionService decisions, ActorsName inActorsName) {
        this.decisions = decisions;
        this.inActorsName = inActorsName;
    }

    @Override
    public Variables decide(DecisionKey decision, Variables inputs) {
        return inActorsName.call(() -> {
            DmnDecisionRuleResult rule;
            try {
                rule = decisions
                        .evaluateDecisionTableByKey(decision.value())
                        .variables(Map.copyOf(inputs.encoded()))
                        .evaluate()
                        .getSingleResult();
            } catch (NotFoundException unknown) {
                throw new IllegalStateException("There is no decision " + decision, unknown);
            } catch (DmnDecisionResultException several) {
                throw new IllegalStateException("More than one rule of decision " + decision + " matches", several);
            }
            if (rule == null) {
                throw new IllegalStateException("No rule of decision " + decision + " matches");
            }
            return Variables.ofEncoded(rule.getEntryMap());
        });
    }
}
