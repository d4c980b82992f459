package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseHistory;
import org.sekisho.process.CaseHistory.PassedElement;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variables;
import org.sekisho.testing.MutableClock;

/**
 * Plays a case in a test and tells what became of it. Jobs and timers run only when a test says so, on its own thread, and
 * a failure in them is thrown at the test. Read a test made with it as a trace of the model:
 *
 * <pre>{@code
 * play.waitsAt(caseId, "userTask_enterCode");
 * play.fireTimer(caseId, "event_codeExpired");
 * play.hasPassed(caseId, "event_codeExpired", "task_voidCode");
 * play.hasEnded(caseId);
 * play.nothingIsLeftOf(caseId);
 * }</pre>
 */
public final class ProcessPlay {

    /** More jobs at one moment than any model of ours has: one that keeps making new due jobs never ends. */
    private static final int TOO_MANY_JOBS = 200;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Processes processes;
    private final CaseHistory history;
    private final TaskInbox inbox;
    private final PlayedActor playedActor;
    private final MutableClock clock;

    ProcessPlay(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            Processes processes,
            CaseHistory history,
            TaskInbox inbox,
            PlayedActor playedActor,
            MutableClock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.processes = processes;
        this.history = history;
        this.inbox = inbox;
        this.playedActor = playedActor;
        this.clock = clock;
    }

    /** The case waits at exactly these elements, its called processes included; a call activity itself does not count. */
    public ProcessPlay waitsAt(CaseId caseId, String... elements) {
        assertThat(processes.waitsAt(caseId)).as("waits at").containsExactlyInAnyOrder(elements);
        return this;
    }

    /** Runs everything that a node would run now: asynchronous steps and timers that are due. */
    public ProcessPlay runJobs(CaseId caseId) {
        for (int done = 0; done < TOO_MANY_JOBS; done++) {
            List<Job> due = due(caseId);
            if (due.isEmpty()) {
                return this;
            }
            management.executeJob(due.get(0).getId());
        }
        throw new AssertionError("case " + caseId + " still has jobs that are due after " + TOO_MANY_JOBS);
    }

    /** Runs the case's failing steps as often as they are retried, until each is an incident; other jobs run too. */
    public ProcessPlay runJobsUntilIncident(CaseId caseId) {
        for (int done = 0; done < TOO_MANY_JOBS; done++) {
            List<Job> left = jobs(caseId).stream()
                    .filter(job -> job.getRetries() > 0)
                    .filter(job -> isDue(job) || job.getExceptionMessage() != null)
                    .toList();
            if (left.isEmpty()) {
                return this;
            }
            Job job = left.get(0);
            if (job.getDuedate() != null) {
                clock.advanceTo(job.getDuedate().toInstant());
            }
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException counted) {
                // the engine has counted the failure; what is left is seen on the next round
            }
        }
        throw new AssertionError("case " + caseId + " never became an incident");
    }

    /** Moves the clock to when this timer of the case is due, and fires it; other timers that are due then do not fire. */
    public ProcessPlay fireTimer(CaseId caseId, String element) {
        List<Job> timers = instances(caseId).stream()
                .flatMap(
                        instance -> management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(element)
                                .timers()
                                .list()
                                .stream())
                .toList();
        assertThat(timers).as("timer %s of case %s", element, caseId).isNotEmpty();
        Job timer = timers.get(0);
        clock.advanceTo(timer.getDuedate().toInstant());
        management.executeJob(timer.getId());
        return this;
    }

    /** The elements of the case, in this order; others may lie between. */
    public ProcessPlay hasPassed(CaseId caseId, String... elements) {
        assertThat(passed(caseId)).as("has passed").containsSubsequence(elements);
        return this;
    }

    public ProcessPlay hasNotPassed(CaseId caseId, String... elements) {
        assertThat(passed(caseId)).as("has passed").doesNotContain(elements);
        return this;
    }

    /** All elements that the case has left, in order. */
    public List<String> passed(CaseId caseId) {
        return history.passed(caseId).stream()
                .filter(element -> element.endedAt().isPresent())
                .map(PassedElement::element)
                .toList();
    }

    /** The case was there once and is over. */
    public ProcessPlay hasEnded(CaseId caseId) {
        assertThat(history.passed(caseId)).as("case %s", caseId).isNotEmpty();
        assertThat(processes.waitsAt(caseId)).as("waits at").isEmpty();
        return this;
    }

    /** No execution, task, timer or other job of the case is left in the engine. */
    public ProcessPlay nothingIsLeftOf(CaseId caseId) {
        assertThat(runtime.createExecutionQuery()
                        .processInstanceBusinessKey(caseId.toString())
                        .count())
                .as("executions")
                .isZero();
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseId.toString())
                        .count())
                .as("tasks")
                .isZero();
        assertThat(jobs(caseId)).as("jobs").isEmpty();
        return this;
    }

    /** Does something as this actor, whoever is signed in. */
    public <T> T as(Actor actor, Supplier<T> work) {
        return playedActor.as(actor, work);
    }

    /** Does something as this actor, whoever is signed in. */
    public void as(Actor actor, Runnable work) {
        playedActor.as(actor, () -> {
            work.run();
            return true;
        });
    }

    /** Completes the task of the case that waits at an element, as this actor, with all checks that hold for them. */
    public ProcessPlay completeAs(Actor actor, CaseId caseId, String element, Variables outcome) {
        as(actor, () -> inbox.complete(task(caseId, element).id(), outcome));
        return this;
    }

    /** The task of the case at an element, as this actor sees it. */
    public CaseTask taskAs(Actor actor, CaseId caseId, String element) {
        return as(actor, () -> task(caseId, element));
    }

    /** Every sequence flow of the model was taken at least once since the test class began. */
    public static void assertEveryFlowTaken(ProcessKey process) {
        TakenFlows.assertEveryFlowTaken("processes/" + process + ".bpmn");
    }

    private CaseTask task(CaseId caseId, String element) {
        return inbox.ofCase(caseId).stream()
                .filter(task -> task.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + element
                        + " that this actor may see; the case waits at " + processes.waitsAt(caseId)));
    }

    private List<Job> due(CaseId caseId) {
        return jobs(caseId).stream()
                .filter(job -> job.getRetries() > 0)
                .filter(this::isDue)
                .toList();
    }

    private boolean isDue(Job job) {
        return job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(clock.instant());
    }

    private List<Job> jobs(CaseId caseId) {
        List<Job> jobs = new ArrayList<>();
        for (ProcessInstance instance : instances(caseId)) {
            jobs.addAll(management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .orderByJobDuedate()
                    .asc()
                    .list());
        }
        return jobs;
    }

    private List<ProcessInstance> instances(CaseId caseId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .list();
    }
}
