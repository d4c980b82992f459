package org.sekisho.factor.recoverycodes;

import org.sekisho.factor.Factor;
import org.springframework.stereotype.Component;

/** What a person is told of a set of codes that they have saved. */
@Component
public class RecoveryCodes {

    private final JdbcRecoveryCodes codes;

    RecoveryCodes(JdbcRecoveryCodes codes) {
        this.codes = codes;
    }

    /** How many codes a set has, and how many of them have not been used. */
    public record Count(int left, int all) {}

    public Count count(Factor method) {
        return new Count(codes.left(method.id()), codes.all(method.id()));
    }
}
