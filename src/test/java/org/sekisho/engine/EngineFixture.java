package org.sekisho.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.ProcessError;
import org.sekisho.process.ProcessStep;
import org.sekisho.process.StepContext;
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
    EngineDecisions.class,
    EngineCaseHistory.class,
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
