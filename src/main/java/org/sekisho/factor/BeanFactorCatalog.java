package org.sekisho.factor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of method that are beans. */
@Component
class BeanFactorCatalog implements FactorCatalog {

    private final Map<String, FactorType> types;

    BeanFactorCatalog(ObjectProvider<FactorType> types) {
        this.types = types.orderedStream()
                .collect(Collectors.toMap(
                        FactorType::kind,
                        type -> type,
                        (one, other) -> {
                            throw new IllegalStateException("two kinds of method are called " + one.kind());
                        },
                        LinkedHashMap::new));
    }

    @Override
    public Collection<FactorType> types() {
        return types.values();
    }

    @Override
    public FactorType type(String kind) {
        FactorType type = types.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("no kind of method is called " + kind);
        }
        return type;
    }
}
