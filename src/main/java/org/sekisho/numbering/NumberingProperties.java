package org.sekisho.numbering;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where texts and calls may go.
 *
 * @param countries ISO 3166-1 codes of the countries allowed, the commonest first; each one more is one more to be defrauded
 *     through
 */
@ConfigurationProperties("sekisho.numbering")
record NumberingProperties(@DefaultValue("JP") List<String> countries) {

    NumberingProperties {
        countries = List.copyOf(countries);
        if (countries.isEmpty()) {
            throw new IllegalArgumentException("sekisho.numbering.countries must name at least one country");
        }
    }
}
