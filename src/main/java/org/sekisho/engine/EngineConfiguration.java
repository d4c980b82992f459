package org.sekisho.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code config/engine.yaml} cannot say about the engine. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ProcessEnginePlugin settings(Steps steps, TaskReports taskReports) {
        return new Settings(steps, taskReports);
    }

    private static final class Settings extends AbstractProcessEnginePlugin {

        private final Steps steps;
        private final TaskReports taskReports;

        Settings(Steps steps, TaskReports taskReports) {
            this.steps = steps;
            this.taskReports = taskReports;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            // models reach the steps and nothing else of the application
            configuration.setExpressionManager(new JuelExpressionManager(Map.<Object, Object>of("steps", steps)));
            List<BpmnParseListener> listeners = new ArrayList<>(
                    configuration.getCustomPostBPMNParseListeners() == null
                            ? List.of()
                            : configuration.getCustomPostBPMNParseListeners());
            listeners.add(taskReports);
            configuration.setCustomPostBPMNParseListeners(listeners);
            // an outcome that no boundary event catches is a defect: an incident, not a silent end of the case
            configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
            if (configuration instanceof SpringProcessEngineConfiguration spring) {
                // otherwise one changed file gives every model a new version
                spring.setDeployChangedOnly(true);
            }
        }
    }
}
