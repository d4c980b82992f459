package org.sekisho.engine;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.ProcessStep;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every step by its name in models: {@code #{steps.sendContactCode}} is the bean of class {@code SendContactCode}. Filled at
 * first use, since steps may themselves need the engine.
 */
@Component
class Steps extends AbstractMap<String, JavaDelegate> {

    private final ObjectProvider<ProcessStep> beans;
    private final CurrentStep currentStep;
    private volatile @Nullable Map<String, JavaDelegate> byName;

    Steps(ObjectProvider<ProcessStep> beans, CurrentStep currentStep) {
        this.beans = beans;
        this.currentStep = currentStep;
    }

    @Override
    public @Nullable JavaDelegate get(Object name) {
        return byName().get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return byName().containsKey(name);
    }

    @Override
    public Set<Entry<String, JavaDelegate>> entrySet() {
        return byName().entrySet();
    }

    static String name(ProcessStep step) {
        return name(AopUtils.getTargetClass(step));
    }

    static String name(Class<?> step) {
        String type = step.getSimpleName();
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private Map<String, JavaDelegate> byName() {
        Map<String, JavaDelegate> known = byName;
        if (known == null) {
            known = collect();
            byName = known;
        }
        return known;
    }

    private Map<String, JavaDelegate> collect() {
        Map<String, JavaDelegate> steps = new TreeMap<>();
        beans.forEach(step -> {
            if (steps.put(name(step), new StepDelegate(step, currentStep)) != null) {
                throw new IllegalStateException("Two steps are called " + name(step)
                        + ": rename one of the classes, as models tell them apart by name");
            }
        });
        return Collections.unmodifiableMap(steps);
    }
}
