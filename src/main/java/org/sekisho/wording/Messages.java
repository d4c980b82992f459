package org.sekisho.wording;

import java.util.Set;
import org.sekisho.shared.Language;

/**
 * The product's texts. Keys are {@code <package>.<thing>.<part>}; each bundle {@code i18n/<module>_en.properties} has its
 * Japanese twin with the same keys. Safe for use by many threads.
 */
public interface Messages {

    /**
     * The text with its arguments in the places {@code {0}}, {@code {1}}, …
     *
     * @throws IllegalArgumentException where no bundle has the key: a defect that a test finds first
     */
    String text(Language language, String key, Object... arguments);

    /** Whether the key exists in both languages. */
    boolean knows(String key);

    /** What stands behind a beginning in the keys that exist in both languages, such as all actions that have a name. */
    Set<String> behind(String beginning);
}
