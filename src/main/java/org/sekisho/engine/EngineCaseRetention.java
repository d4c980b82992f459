package org.sekisho.engine;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseRetention;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a case that may be forgotten the time at which the engine's own clean-up removes it; until then it has none. */
@Component
class EngineCaseRetention implements CaseRetention {

    private final HistoryService history;
    private final RepositoryService repository;
    private final CommandExecutor commands;
    private final ActorsName inActorsName;

    EngineCaseRetention(
            HistoryService history,
            RepositoryService repository,
            ProcessEngineConfigurationImpl configuration,
            ActorsName inActorsName) {
        this.history = history;
        this.repository = repository;
        this.commands = configuration.getCommandExecutorTxRequired();
        this.inActorsName = inActorsName;
    }

    @Override
    @Transactional
    public void mayForget(CaseId caseId) {
        inActorsName.run(() -> {
            List<HistoricProcessInstance> roots = history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(caseId.toString())
                    .rootProcessInstances()
                    .list();
            if (roots.stream().allMatch(root -> root.getEndTime() != null)) {
                roots.forEach(this::mayForget);
            }
        });
    }

    private void mayForget(HistoricProcessInstance root) {
        ProcessDefinition model = repository.getProcessDefinition(root.getProcessDefinitionId());
        Date removal =
                DefaultHistoryRemovalTimeProvider.determineRemovalTime(root.getEndTime(), model.getHistoryTimeToLive());
        commands.execute(context -> remove(context, root.getId(), removal));
    }

    private static boolean remove(CommandContext context, String root, Date at) {
        context.getHistoricProcessInstanceManager().addRemovalTimeToProcessInstancesByRootProcessInstanceId(root, at);
        context.getHistoricDecisionInstanceManager().addRemovalTimeToDecisionsByRootProcessInstanceId(root, at);
        return true;
    }

    /** The end of a case alone is no leave to forget it; that is also less to write when it ends. */
    static final class NotByItself extends DefaultHistoryRemovalTimeProvider {

        @Override
        public @Nullable Date calculateRemovalTime(
                HistoricProcessInstanceEventEntity instance, ProcessDefinition definition) {
            return null;
        }
    }
}
