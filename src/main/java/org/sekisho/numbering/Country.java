package org.sekisho.numbering;

import java.util.Locale;
import org.sekisho.shared.Language;

/**
 * A country or territory with a numbering plan.
 *
 * @param region its ISO 3166-1 code in capitals, such as {@code JP}
 * @param code its country code (ITU-T E.164), such as 81; several countries may share one
 */
public record Country(String region, int code) {

    /** Its name as speakers of the language call it. */
    public String name(Language language) {
        return new Locale.Builder().setRegion(region).build().getDisplayCountry(language.locale());
    }
}
