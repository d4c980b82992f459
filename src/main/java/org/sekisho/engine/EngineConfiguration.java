package org.sekisho.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.DefaultDmnHistoryEventProducer;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code config/engine.yaml} cannot say about the engine. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin settings(
            Steps steps, TaskReports taskReports, CaseReports caseReports, UserOperationReports operationReports) {
        return new Settings(steps, List.of(taskReports, caseReports), operationReports.handler());
    }

    private static final class Settings extends AbstractProcessEnginePlugin {

        private final Steps steps;
        private final List<BpmnParseListener> reports;
        private final HistoryEventHandler operations;

        Settings(Steps steps, List<BpmnParseListener> reports, HistoryEventHandler operations) {
            this.steps = steps;
            this.reports = reports;
            this.operations = operations;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            // models reach the steps and nothing else of the application
            configuration.setExpressionManager(new JuelExpressionManager(Map.<Object, Object>of("steps", steps)));
            List<BpmnParseListener> listeners = new ArrayList<>(
                    configuration.getCustomPostBPMNParseListeners() == null
                            ? List.of()
                            : configuration.getCustomPostBPMNParseListeners());
            listeners.addAll(reports);
            configuration.setCustomPostBPMNParseListeners(listeners);
            configuration.setHistoryRemovalTimeProvider(new EngineCaseRetention.NotByItself());
            configuration.getCustomHistoryEventHandlers().add(operations);
            configuration.setDmnHistoryEventProducer(new DecisionsOfCases());
            // an outcome that no boundary event catches is a defect: an incident, not a silent end of the case
            configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
            if (configuration instanceof SpringProcessEngineConfiguration spring) {
                // otherwise one changed file gives every model a new version
                spring.setDeployChangedOnly(true);
            }
        }
    }

    /** A decision of a case is history; a question that is asked outside one is not. */
    private static final class DecisionsOfCases extends DefaultDmnHistoryEventProducer {

        @Override
        public @Nullable HistoryEvent createDecisionEvaluatedEvt(DmnDecisionEvaluationEvent evaluation) {
            return null;
        }
    }
}
