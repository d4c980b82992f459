package org.sekisho.numbering;

import java.util.List;
import java.util.Optional;
import org.sekisho.shared.PhoneNumber;

/** Reads telephone numbers and knows where they belong. */
public interface Numbering {

    /** The countries to which the policy allows to send, in its order; the first is what most people have. */
    List<Country> countries();

    /**
     * Reads a number as it is typed, with or without the country code, in any script's digits.
     *
     * @param country where it belongs unless it says so itself
     */
    Reading read(String typed, Country country);

    /** Where a number belongs; empty for one that no plan knows. */
    Optional<Country> countryOf(PhoneNumber number);

    /** Whether the policy allows to send to a number, which it may have ceased to do since the number was given. */
    boolean isOpen(PhoneNumber number);
}
