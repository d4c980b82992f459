package org.sekisho.engine;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.sekisho.process.CaseId;
import org.sekisho.process.StalledSteps;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Jobs of the engine that have no retries left. */
@Component
class EngineStalledSteps implements StalledSteps {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final ActorsName inActorsName;
    private final Clock clock;

    EngineStalledSteps(RuntimeService runtime, ManagementService management, ActorsName inActorsName, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.inActorsName = inActorsName;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean tryAgain(CaseId caseId, String element) {
        return inActorsName.call(() -> {
            List<String> jobs =
                    runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).list().stream()
                            .flatMap(instance -> runtime
                                    .createIncidentQuery()
                                    .processInstanceId(instance.getId())
                                    .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                                    .activityId(element)
                                    .list()
                                    .stream())
                            .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                            .map(Incident::getConfiguration)
                            .toList();
            // the engine has put the next try off; whoever asks for one means now
            Date now = Date.from(clock.instant());
            jobs.forEach(
                    job -> management.setJobRetries(1).jobId(job).dueDate(now).execute());
            return !jobs.isEmpty();
        });
    }
}
