package org.sekisho.factor.messagecode;

import org.sekisho.numbering.Country;

/**
 * A number as a person gives it.
 *
 * @param typed the number, with or without the country code
 * @param extension what is keyed once the office has answered; empty for none
 */
public record GivenPhone(Slot slot, Country country, String typed, String extension, Delivery delivery) {

    @Override
    public String toString() {
        return slot + ":***";
    }
}
