package org.sekisho.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.sekisho.process.CaseHistory;
import org.sekisho.process.CurrentActor;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.testing.MutableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Brings {@link ProcessPlay} and {@link EveryTable} into the context of a test, and makes the engine follow the test's clock. */
@TestConfiguration(proxyBeanMethods = false)
public class ProcessPlayConfiguration {

    @Bean
    ProcessPlay processPlay(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            Processes processes,
            CaseHistory history,
            TaskInbox inbox,
            PlayedActor playedActor,
            MutableClock clock) {
        return new ProcessPlay(runtime, tasks, management, processes, history, inbox, playedActor, clock);
    }

    @Bean
    @Primary
    PlayedActor playedActor(ObjectProvider<CurrentActor> all) {
        return new PlayedActor(all);
    }

    @Bean
    EngineMemory engineMemory(HistoryService history, ManagementService management) {
        return new EngineMemory(history, management);
    }

    @Bean
    EveryTable everyTable(DataSource dataSource) {
        return new EveryTable(dataSource);
    }

    @Bean
    ProcessEnginePlugin playedEngine(MutableClock clock) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                clock.follow(now -> ClockUtil.setCurrentTime(Date.from(now)));
                List<BpmnParseListener> listeners = new ArrayList<>(
                        configuration.getCustomPostBPMNParseListeners() == null
                                ? List.of()
                                : configuration.getCustomPostBPMNParseListeners());
                listeners.add(new TakenFlows.Recorder());
                configuration.setCustomPostBPMNParseListeners(listeners);
            }
        };
    }
}
