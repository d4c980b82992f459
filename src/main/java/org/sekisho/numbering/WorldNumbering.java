package org.sekisho.numbering;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.shared.PhoneNumber;
import org.springframework.stereotype.Component;

/** Numbering by libphonenumber's tables of the world's plans. */
@Component
class WorldNumbering implements Numbering {

    /** Japan's 0570 numbers are in the tables as universal access numbers; their caller pays, too. */
    private static final Set<PhoneNumberType> PAID_BY_THE_CALLER =
            EnumSet.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN);

    private static final Set<PhoneNumberType> MOBILE =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    private final List<Country> countries;

    WorldNumbering(NumberingProperties policy) {
        countries = policy.countries().stream().map(this::country).toList();
    }

    private Country country(String region) {
        int code = plans.getCountryCodeForRegion(region);
        if (code == 0) {
            throw new IllegalArgumentException("sekisho.numbering.countries names no country: " + region);
        }
        return new Country(region, code);
    }

    @Override
    public List<Country> countries() {
        return countries;
    }

    @Override
    public Reading read(String typed, Country country) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (text.isEmpty()) {
            return new Reading.Refused(NumberProblem.EMPTY);
        }
        Phonenumber.PhoneNumber found;
        try {
            found = plans.parse(text, country.region());
        } catch (NumberParseException unreadable) {
            return new Reading.Refused(NumberProblem.NOT_A_NUMBER);
        }
        if (!plans.isValidNumber(found)) {
            return new Reading.Refused(NumberProblem.IMPOSSIBLE);
        }
        PhoneNumberType type = plans.getNumberType(found);
        if (PAID_BY_THE_CALLER.contains(type)) {
            return new Reading.Refused(NumberProblem.PREMIUM);
        }
        String extension = found.hasExtension() ? ";ext=" + found.getExtension() : "";
        Optional<PhoneNumber> number = PhoneNumber.parse(plans.format(found, PhoneNumberFormat.E164) + extension);
        if (number.isEmpty()) {
            return new Reading.Refused(NumberProblem.IMPOSSIBLE);
        }
        return isOpen(number.get())
                ? new Reading.Number(number.get(), MOBILE.contains(type))
                : new Reading.Refused(NumberProblem.COUNTRY_CLOSED);
    }

    @Override
    public Optional<Country> countryOf(PhoneNumber number) {
        try {
            return Optional.ofNullable(plans.getRegionCodeForNumber(plans.parse(number.e164(), null)))
                    .filter(region -> region.length() == 2)
                    .map(region -> new Country(region, number.countryCode()));
        } catch (NumberParseException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isOpen(PhoneNumber number) {
        return countryOf(number).filter(countries::contains).isPresent();
    }
}
