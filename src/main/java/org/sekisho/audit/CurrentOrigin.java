package org.sekisho.audit;

import java.util.Optional;

/** Tells from where the request came that the calling thread works on. */
@FunctionalInterface
public interface CurrentOrigin {

    /** Empty outside a request. */
    Optional<Origin> origin();
}
