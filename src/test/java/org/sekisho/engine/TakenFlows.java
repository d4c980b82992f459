package org.sekisho.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.sekisho.testing.MutableClock;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Which sequence flows cases have taken since the present test class began. */
final class TakenFlows {

    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    private TakenFlows() {}

    static void assertEveryFlowTaken(String model) {
        assertThat(notTaken(model))
                .as("sequence flows of %s that no test of this class has taken", model)
                .isEmpty();
    }

    static Set<String> notTaken(String model) {
        try (InputStream file = TakenFlows.class.getClassLoader().getResourceAsStream(model)) {
            BpmnModelInstance read = Bpmn.readModelFromStream(Objects.requireNonNull(file, model));
            String process =
                    read.getModelElementsByType(Process.class).iterator().next().getId();
            Set<String> left = new TreeSet<>();
            read.getModelElementsByType(SequenceFlow.class).stream()
                    .filter(flow -> !TAKEN.contains(process + "/" + trace(flow)))
                    .map(SequenceFlow::getId)
                    .forEach(left::add);
            return left;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is recorded where a flow is taken. */
    private static String trace(SequenceFlow flow) {
        return flow.getSource() instanceof EventBasedGateway ? flow.getTarget().getId() : flow.getId();
    }

    private static void record(ScopeImpl scope, String trace) {
        TAKEN.add(((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey() + "/" + trace);
    }

    /** Notes each flow as it is taken. */
    static final class Recorder extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
            transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                    execution -> record(scope, transition.getId()));
        }

        @Override
        public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl event) {
            // the engine has no flow from an event-based gateway: it jumps to the event that occurs
            event.addListener(
                    ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> record(scope, event.getId()));
        }
    }

    /**
     * Begins anew with each test class, and with each test gives the engines, which share one clock, the time of the test's own
     * context; registered for all tests in {@code META-INF/spring.factories}.
     */
    static final class Reset implements TestExecutionListener {

        @Override
        public void beforeTestClass(TestContext context) {
            TAKEN.clear();
        }

        @Override
        public void beforeTestMethod(TestContext context) {
            if (context.hasApplicationContext()) {
                context.getApplicationContext()
                        .getBeanProvider(MutableClock.class)
                        .ifAvailable(clock -> ClockUtil.setCurrentTime(Date.from(clock.instant())));
            }
        }
    }
}
