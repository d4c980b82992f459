package org.sekisho.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.sekisho.process.ProcessKey;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where cases can stand still, read from the models themselves. */
public final class WaitStates {

    private WaitStates() {}

    /** All processes of the product. */
    public static Set<ProcessKey> processes() {
        Set<ProcessKey> keys = new LinkedHashSet<>();
        models().keySet().forEach(key -> keys.add(new ProcessKey(key)));
        return keys;
    }

    /**
     * The elements of a process, and of all that it may call, at which a case is saved and waits: tasks of people, events that
     * are waited for, gateways that wait for one of several, and steps that begin a transaction of their own.
     */
    public static Set<String> of(ProcessKey process) {
        SortedMap<String, BpmnModelInstance> models = models();
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> left = new ArrayDeque<>(Set.of(process.value()));
        while (!left.isEmpty()) {
            String key = left.remove();
            if (seen.add(key)) {
                BpmnModelInstance model = Objects.requireNonNull(models.get(key), key);
                model.getModelElementsByType(FlowNode.class).stream()
                        .filter(WaitStates::waits)
                        .forEach(node -> found.add(node.getId()));
                model.getModelElementsByType(CallActivity.class)
                        .forEach(call -> left.add(called(call.getCalledElement())));
            }
        }
        return found;
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || (node instanceof IntermediateCatchEvent && !isBehindGateway(node))
                || node.isCamundaAsyncBefore()
                || node.isCamundaAsyncAfter();
    }

    private static boolean isBehindGateway(FlowNode node) {
        return node.getPreviousNodes().list().stream().anyMatch(EventBasedGateway.class::isInstance);
    }

    /** Which set-up process an expression names is known only when a case runs: the one that cases begin with. */
    private static String called(String element) {
        return element.startsWith("${") ? "factor-totp-setup" : element;
    }

    private static SortedMap<String, BpmnModelInstance> models() {
        SortedMap<String, BpmnModelInstance> models = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:/processes/*.bpmn")) {
                try (InputStream content = file.getInputStream()) {
                    models.put(
                            Models.stem(Objects.requireNonNull(file.getFilename())), Bpmn.readModelFromStream(content));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return models;
    }
}
