package org.sekisho.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.sekisho.process.CaseId;
import org.sekisho.process.MessageName;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A node on the fixture models and a database file, which brings a case to each wait state and then waits to be killed. */
final class FixtureNode {

    static final String READY = "cases wait: ";
    static final String UNCOMMITTED = "uncommitted: ";

    private FixtureNode() {}

    static ConfigurableApplicationContext start(Path database) {
        return new SpringApplicationBuilder(EngineFixture.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.flyway.enabled=false",
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--logging.level.root=WARN",
                        "--spring.datasource.url=jdbc:h2:file:" + database
                                + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;MAX_COMPACT_TIME=0",
                        "--camunda.bpm.deployment-resource-pattern=classpath:/processes-fixture/*.bpmn,"
                                + "classpath:/processes-fixture/*.dmn");
    }

    public static void main(String[] arguments) {
        ConfigurableApplicationContext node = start(Path.of(arguments[0]));
        Processes processes = node.getBean(Processes.class);
        ProcessPlay play = node.getBean(ProcessPlay.class);
        Map<String, CaseId> waiting = new TreeMap<>();

        waiting.put("userTask_approve", begin(processes, "guest"));
        waiting.put("task_bookWork", begin(processes, "student"));
        CaseId unanswered = begin(processes, "student");
        play.runJobs(unanswered);
        waiting.put("gateway_answer", unanswered);
        CaseId called = begin(processes, "student");
        play.runJobs(called);
        processes.correlate(called, new MessageName("fixture-parent.answered"), Variables.none());
        waiting.put("userTask_confirm", called);
        System.out.println(READY + waiting);

        node.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            System.out.println(UNCOMMITTED + begin(processes, "student"));
            waitToBeKilled();
        });
    }

    private static CaseId begin(Processes processes, String affiliation) {
        CaseId caseId = CaseId.next();
        processes.start(
                new ProcessKey("fixture-parent"),
                caseId,
                Variables.of(Variable.id("accountId"), UUID.randomUUID())
                        .and(Variable.text("affiliation"), affiliation)
                        .and(Variable.text("childProcess"), "fixture-child"));
        return caseId;
    }

    private static void waitToBeKilled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
