package org.sekisho.process;

/** Names a process model: its file, its BPMN id and the package that owns it, in kebab case. */
public record ProcessKey(String value) {

    @Override
    public String toString() {
        return value;
    }
}
