package org.sekisho.notice;

import java.util.Optional;
import org.sekisho.shared.Secret;

/** The links “this was not me” in notices of changes. */
public interface DisputeLinks {

    /** The own route that a link leads to; what follows it is the token. */
    String ROUTE = "not-me";

    /**
     * The change that a token disputes, also where the token has expired; empty where nobody was given it.
     *
     * @param token as it stands in the link
     */
    Optional<ToldChange> find(Secret<String> token);
}
