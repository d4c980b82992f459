package org.sekisho.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Compares models, forms and steps. Each loose end is told as a sentence that names the file and the element, and says what
 * to do.
 *
 * @param steps the names of all steps, each with the codes that it may throw
 */
record Wiring(Models models, Map<String, Set<String>> steps) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final List<String> CALLS = List.of("delegateExpression", "expression", "class");
    private static final Pattern STEP = Pattern.compile("[#$]\\{\\s*steps\\.([A-Za-z0-9_]+)\\s*}");

    /** What models ask for and nothing provides. */
    List<String> missing() {
        List<String> ends = new ArrayList<>(models.unreadable());
        models.processes().forEach((file, model) -> {
            names(file, model, ends);
            ends.addAll(missing("processes/" + file, model));
            calls(file, model, ends);
            decisionsOf(file, model, ends);
            errors(file, model, ends);
        });
        models.decisions().forEach((file, model) -> {
            if (!decisionKeys(model).contains(Models.stem(file))) {
                ends.add("processes/" + file + " holds no decision with the id " + Models.stem(file)
                        + ": give file and decision the same name.");
            }
        });
        return List.copyOf(ends);
    }

    /** The steps and forms that a model asks for and that are not there; also for a model that is deployed already. */
    List<String> missing(String where, BpmnModelInstance model) {
        List<String> ends = new ArrayList<>();
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            String key = task.getCamundaFormKey();
            if (key == null) {
                ends.add(where + ", " + task.getId() + ": no camunda:formKey. Name the form that this task shows.");
            }
        }
        elements(model).forEach(element -> {
            String key = element.getAttributeValueNs(CAMUNDA, "formKey");
            if (key != null && !models.forms().contains(key)) {
                ends.add(where + ", " + element.getAttributeValue("id") + ": form " + key + " has no file. Add forms/"
                        + key + ".form, or correct the key.");
            }
            String id = element.getAttributeValue("id");
            stepsOf(element)
                    .filter(step -> !steps.containsKey(step))
                    .forEach(step -> ends.add(where + ", " + id + ": #{steps." + step
                            + "} has no bean. Add a @Component class " + className(step)
                            + " that implements ProcessStep, or correct the name."));
            calledCode(element)
                    .filter(code -> !STEP.matcher(code).matches())
                    .forEach(code -> ends.add(where + ", " + id + ": " + code
                            + " is not a step. Models call code only as #{steps.nameOfStep}."));
        });
        return ends;
    }

    /**
     * What is provided and nothing asks for.
     *
     * @param stillRunning models of earlier versions that cases are still in, which count too
     */
    List<String> unused(Collection<BpmnModelInstance> stillRunning) {
        Set<String> askedSteps = new HashSet<>();
        Set<String> askedForms = new HashSet<>();
        Stream.concat(models.processes().values().stream(), stillRunning.stream())
                .flatMap(Wiring::elements)
                .forEach(element -> {
                    stepsOf(element).forEach(askedSteps::add);
                    String key = element.getAttributeValueNs(CAMUNDA, "formKey");
                    if (key != null) {
                        askedForms.add(key);
                    }
                });
        List<String> ends = new ArrayList<>();
        new TreeSet<>(steps.keySet())
                .stream()
                        .filter(step -> !askedSteps.contains(step))
                        .forEach(step -> ends.add("Step " + className(step) + " is in no model. Refer to it as #{steps."
                                + step + "} or remove the class."));
        models.forms().stream()
                .filter(form -> !askedForms.contains(form))
                .forEach(form -> ends.add("forms/" + form + ".form is in no model. Refer to it by camunda:formKey=\""
                        + form + "\" or remove the file."));
        return ends;
    }

    private static void names(String file, BpmnModelInstance model, List<String> ends) {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1
                || !Models.stem(file).equals(processes.iterator().next().getId())) {
            ends.add("processes/" + file + " must hold exactly one process, with the id " + Models.stem(file)
                    + ": give file and process the same name.");
        }
    }

    private void calls(String file, BpmnModelInstance model, List<String> ends) {
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            String called = call.getCalledElement();
            if (called == null || (!isExpression(called) && !models.processes().containsKey(called + ".bpmn"))) {
                ends.add("processes/" + file + ", " + call.getId() + ": calls process " + called
                        + ", which has no file. Add processes/" + called + ".bpmn, or correct calledElement.");
            }
        }
    }

    private void decisionsOf(String file, BpmnModelInstance model, List<String> ends) {
        Set<String> known = models.decisions().values().stream()
                .flatMap(decision -> decisionKeys(decision).stream())
                .collect(Collectors.toSet());
        for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
            String decision = task.getCamundaDecisionRef();
            if (decision == null || !known.contains(decision)) {
                ends.add("processes/" + file + ", " + task.getId() + ": decision " + decision
                        + " has no file. Add processes/" + decision + ".dmn, or correct camunda:decisionRef.");
            }
        }
    }

    private void errors(String file, BpmnModelInstance model, List<String> ends) {
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            Set<String> handled = handledFrom(task);
            stepsOf(task)
                    .flatMap(step -> steps.getOrDefault(step, Set.of()).stream())
                    .filter(code -> !handled.contains(code))
                    .forEach(code -> ends.add("processes/" + file + ", " + task.getId() + ": nothing handles the error "
                            + code + " of its step. Attach an error boundary event with that code."));
        }
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            Activity attachedTo = event.getAttachedTo();
            if (!(attachedTo instanceof CallActivity)) {
                codes(event.getEventDefinitions())
                        .filter(code -> !thrownIn(attachedTo).contains(code))
                        .forEach(code -> ends.add("processes/" + file + ", " + event.getId() + ": nothing in "
                                + attachedTo.getId() + " throws the error " + code
                                + ". Declare it with @Throws on the step, or correct the code."));
            }
        }
    }

    /** The codes that are handled where this task stands: at its border, or at or inside a scope around it. */
    private static Set<String> handledFrom(ServiceTask task) {
        Set<String> handled = new HashSet<>(atBorderOf(task));
        for (ModelElementInstance scope = task.getParentElement(); scope != null; scope = scope.getParentElement()) {
            scope.getChildElementsByType(SubProcess.class).stream()
                    .filter(SubProcess::triggeredByEvent)
                    .flatMap(handler -> handler.getChildElementsByType(StartEvent.class).stream())
                    .flatMap(start -> codes(start.getEventDefinitions()))
                    .forEach(handled::add);
            if (scope instanceof Activity around) {
                handled.addAll(atBorderOf(around));
            }
        }
        return handled;
    }

    private static Set<String> atBorderOf(Activity activity) {
        return ((BpmnModelInstance) activity.getModelInstance())
                .getModelElementsByType(BoundaryEvent.class).stream()
                        .filter(event -> activity.equals(event.getAttachedTo()))
                        .flatMap(event -> codes(event.getEventDefinitions()))
                        .collect(Collectors.toSet());
    }

    private Set<String> thrownIn(Activity activity) {
        Set<String> thrown = new HashSet<>();
        Predicate<ModelElementInstance> inside = element -> {
            for (ModelElementInstance around = element; around != null; around = around.getParentElement()) {
                if (around.equals(activity)) {
                    return true;
                }
            }
            return false;
        };
        BpmnModelInstance model = (BpmnModelInstance) activity.getModelInstance();
        model.getModelElementsByType(ServiceTask.class).stream()
                .filter(inside)
                .flatMap(Wiring::stepsOf)
                .forEach(step -> thrown.addAll(steps.getOrDefault(step, Set.of())));
        model.getModelElementsByType(EndEvent.class).stream()
                .filter(inside)
                .flatMap(end -> codes(end.getEventDefinitions()))
                .forEach(thrown::add);
        return thrown;
    }

    private static Stream<String> codes(Collection<EventDefinition> definitions) {
        return definitions.stream()
                .filter(ErrorEventDefinition.class::isInstance)
                .map(definition -> ((ErrorEventDefinition) definition).getError())
                .map(Wiring::code);
    }

    private static String code(@Nullable Error error) {
        return error == null || error.getErrorCode() == null ? "(any)" : error.getErrorCode();
    }

    private static Set<String> decisionKeys(DmnModelInstance model) {
        return model.getModelElementsByType(Decision.class).stream()
                .map(Decision::getId)
                .collect(Collectors.toSet());
    }

    private static Stream<ModelElementInstance> elements(BpmnModelInstance model) {
        return model.getModelElementsByType(model.getModel().getType(BaseElement.class)).stream();
    }

    private static Stream<String> stepsOf(ModelElementInstance element) {
        return calledCode(element).map(STEP::matcher).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }

    /** The expressions that an element runs, itself or by its listeners. */
    private static Stream<String> calledCode(ModelElementInstance element) {
        Stream<@Nullable String> own = CALLS.stream().map(name -> element.getAttributeValueNs(CAMUNDA, name));
        Stream<@Nullable String> listeners = element.getDomElement().getChildElements().stream()
                .filter(child -> child.getLocalName().equals("extensionElements"))
                .flatMap(extension -> extension.getChildElements().stream())
                .flatMap(listener -> CALLS.stream().map(listener::getAttribute));
        return Stream.concat(own, listeners).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private static boolean isExpression(String text) {
        return text.startsWith("${") || text.startsWith("#{");
    }

    private static String className(String step) {
        return Character.toUpperCase(step.charAt(0)) + step.substring(1);
    }

    /** The codes that a class of steps declares. */
    static Set<String> codes(Class<?> step) {
        org.sekisho.process.Throws declared = step.getAnnotation(org.sekisho.process.Throws.class);
        return declared == null ? Set.of() : Set.copyOf(Arrays.asList(declared.value()));
    }
}
