package org.sekisho.engine;

import java.util.List;

/** Models, forms and steps do not fit together. */
class LooseEnds extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LooseEnds(List<String> sentences) {
        super("Models, forms and steps do not fit together:\n- " + String.join("\n- ", sentences));
    }
}
