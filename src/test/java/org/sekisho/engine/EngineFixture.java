package org.sekisho.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.OfferedTask;
import org.sekisho.process.OfferedTaskListener;
import org.sekisho.process.ProcessError;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
import org.sekisho.process.TaskId;
import org.sekisho.testing.MutableClock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What {@link EngineTest} starts. Not annotated as a configuration, lest the product's own scan finds it. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
@Import({
    EngineConfiguration.class,
    Steps.class,
    CurrentStep.class,
    ActorsName.class,
    EngineProcesses.class,
    EngineTaskInbox.class,
    EngineTaskDesk.class,
    OfferedTasks.class,
    TaskReports.class,
    UserOperationReports.class,
    CaseReports.class,
    EngineCaseCensus.class,
    EngineCaseLog.class,
    EngineCaseRetention.class,
    EngineDeployedModels.class,
    EngineDecisions.class,
    EngineCaseHistory.class,
    EngineCasePaths.class,
    EngineStalledSteps.class,
    ProcessPlayConfiguration.class
})
class EngineFixture {

    @Bean
    MutableClock clock() {
        return new MutableClock();
    }

    @Bean
    BookWork bookWork() {
        return new BookWork();
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    /** What was told of tasks that groups are offered, in order. */
    static class Heard implements OfferedTaskListener {

        final List<OfferedTask> stood = new CopyOnWriteArrayList<>();
        final Map<TaskId, Boolean> gone = new ConcurrentHashMap<>();

        @Override
        public void stands(OfferedTask task) {
            stood.add(task);
        }

        @Override
        public void hasGone(TaskId id, boolean completed) {
            gone.put(id, completed);
        }

        /** How a task stood at last. */
        OfferedTask last(TaskId id) {
            return stood.stream()
                    .filter(task -> task.id().equals(id))
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    /** A step that does what the test tells it. */
    static class BookWork implements ProcessStep {

        final AtomicReference<@Nullable ProcessStep> next = new AtomicReference<>();

        @Override
        public void run(StepContext context) throws ProcessError {
            ProcessStep told = next.getAndSet(null);
            if (told != null) {
                told.run(context);
            }
        }
    }
}
