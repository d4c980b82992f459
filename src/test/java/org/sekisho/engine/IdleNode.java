package org.sekisho.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.sekisho.process.CaseHistory;
import org.sekisho.process.CaseHistory.PassedElement;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A node with the product's own engine settings, a running clock and nothing to do but a timer now and then. Prints how late
 * each one fired, in milliseconds.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
@Import({
    EngineConfiguration.class,
    Steps.class,
    CurrentStep.class,
    TaskReports.class,
    CaseReports.class,
    UserOperationReports.class,
    ActorsName.class,
    EngineProcesses.class,
    EngineCaseHistory.class
})
class IdleNode {

    static final String LATENESS = "late by ";

    /** More than the longest pause of an idle node, so that every timer finds it asleep. */
    private static final Duration APART = Duration.ofMillis(5500);

    public static void main(String[] arguments) {
        int timers = Integer.parseInt(arguments[0]);
        ConfigurableApplicationContext node = new SpringApplicationBuilder(IdleNode.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.flyway.enabled=false",
                        "--logging.level.root=WARN",
                        "--spring.datasource.url=jdbc:h2:mem:idle;OPTIMIZE_REUSE_RESULTS=0",
                        "--camunda.bpm.deployment-resource-pattern=classpath:/processes-fixture/fixture-timer.bpmn");
        Processes processes = node.getBean(Processes.class);
        Map<CaseId, Instant> dueAt = new LinkedHashMap<>();
        Random random = new Random(1);
        Instant next = Clock.systemUTC().instant().plusSeconds(15);
        for (int i = 0; i < timers; i++) {
            CaseId caseId = CaseId.next();
            // not a multiple of the node's own pause, or every timer would meet it at the same point
            next = next.plus(APART).plusMillis(random.nextInt(2500));
            dueAt.put(caseId, next);
            processes.start(new ProcessKey("fixture-timer"), caseId, Variables.of(Variable.instant("dueAt"), next));
        }
        CaseHistory history = node.getBean(CaseHistory.class);
        dueAt.forEach((caseId, due) -> {
            while (!processes.waitsAt(caseId).isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            Instant fired = history.passed(caseId).stream()
                    .filter(element -> element.element().equals("event_due"))
                    .map(PassedElement::endedAt)
                    .findFirst()
                    .orElseThrow()
                    .orElseThrow();
            System.out.println(LATENESS + Duration.between(due, fired).toMillis());
        });
        node.close();
    }
}
