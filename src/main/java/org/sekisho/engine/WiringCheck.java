package org.sekisho.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.sekisho.process.ProcessStep;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Refuses to start with a loose end between models, forms and steps: before anything is deployed for what models ask for, and
 * once the engine is there for what the cases of earlier versions still need and for what nothing asks for.
 */
@Component
class WiringCheck extends AbstractProcessEnginePlugin implements SmartInitializingSingleton {

    private final ListableBeanFactory beans;
    /** Read once for both checks, then let go. */
    private @Nullable Wiring read;

    WiringCheck(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Wiring wiring = wiring();
        refuse(wiring.missing());
        read = wiring;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Wiring wiring = read == null ? wiring() : read;
        read = null;
        List<String> ends = new ArrayList<>();
        Map<String, BpmnModelInstance> inUse = inUse();
        inUse.forEach((where, model) -> ends.addAll(wiring.missing(where, model)));
        ends.addAll(wiring.unused(inUse.values()));
        refuse(ends);
    }

    Wiring wiring() {
        Map<String, Set<String>> steps = new TreeMap<>();
        for (String bean : beans.getBeanNamesForType(ProcessStep.class, true, false)) {
            Class<?> type = beans.getType(bean, false);
            if (type != null) {
                Class<?> step = ClassUtils.getUserClass(type);
                steps.put(Steps.name(step), Wiring.codes(step));
            }
        }
        return new Wiring(Models.of(files()), steps);
    }

    /** The deployed versions that cases are in now; a version without cases may ask for what is gone. */
    private Map<String, BpmnModelInstance> inUse() {
        RepositoryService repository = beans.getBean(RepositoryService.class);
        RuntimeService runtime = beans.getBean(RuntimeService.class);
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().list()) {
            if (runtime.createProcessInstanceQuery()
                            .processDefinitionId(definition.getId())
                            .count()
                    > 0) {
                models.put(
                        "process " + definition.getKey() + " version " + definition.getVersion()
                                + ", which cases are in",
                        repository.getBpmnModelInstance(definition.getId()));
            }
        }
        return models;
    }

    private static Resource[] files() {
        ResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        return Stream.of("classpath*:/processes/*.bpmn", "classpath*:/processes/*.dmn", "classpath*:/forms/*.form")
                .flatMap(pattern -> {
                    try {
                        return Arrays.stream(resolver.getResources(pattern));
                    } catch (IOException unreadable) {
                        throw new IllegalStateException("Cannot list " + pattern, unreadable);
                    }
                })
                .toArray(Resource[]::new);
    }

    private static void refuse(List<String> ends) {
        if (!ends.isEmpty()) {
            throw new LooseEnds(ends);
        }
    }
}
