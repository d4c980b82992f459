package org.sekisho.security;

import java.util.UUID;

/**
 * What a browser is asked for.
 *
 * @param id kept in the session of the browser, so that no other can answer
 * @param text what the script on the page works with
 */
public record AloneQuestion(UUID id, String text) {

    /** The attribute of a browser's session that holds the id of what it was asked last. */
    public static final String ATTRIBUTE = "sekisho.alone-question";
}
