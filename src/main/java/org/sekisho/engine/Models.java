package org.sekisho.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.core.io.Resource;

/**
 * The files that describe processes, decisions and forms, as they lie on the class path.
 *
 * @param processes BPMN models by file name
 * @param decisions DMN models by file name
 * @param forms the keys of the form files
 * @param unreadable what is wrong with files that cannot be read, a sentence for each
 */
record Models(
        SortedMap<String, BpmnModelInstance> processes,
        SortedMap<String, DmnModelInstance> decisions,
        SortedSet<String> forms,
        List<String> unreadable) {

    static Models of(Resource[] files) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (Resource file : files) {
            String name = file.getFilename();
            try (InputStream stream = file.getInputStream()) {
                contents.put(name == null ? file.getDescription() : name, stream.readAllBytes());
            } catch (IOException unreadable) {
                throw new IllegalStateException("Cannot read " + file, unreadable);
            }
        }
        return of(contents);
    }

    static Models of(Map<String, byte[]> files) {
        SortedMap<String, BpmnModelInstance> processes = new TreeMap<>();
        SortedMap<String, DmnModelInstance> decisions = new TreeMap<>();
        SortedSet<String> forms = new TreeSet<>();
        List<String> unreadable = new ArrayList<>();
        files.forEach((name, content) -> {
            try {
                if (name.endsWith(".bpmn")) {
                    processes.put(name, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
                } else if (name.endsWith(".dmn")) {
                    decisions.put(name, Dmn.readModelFromStream(new ByteArrayInputStream(content)));
                } else if (name.endsWith(".form")) {
                    forms.add(stem(name));
                }
            } catch (ModelException broken) {
                unreadable.add("processes/" + name + " is not a valid model: " + rootMessage(broken)
                        + " Correct the file at that place.");
            }
        });
        return new Models(processes, decisions, forms, List.copyOf(unreadable));
    }

    static String stem(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).replace("URI=null Line=", "line ");
    }
}
