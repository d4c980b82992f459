package org.sekisho.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.process.DecisionKey;
import org.sekisho.process.Decisions;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code recovery-evidence.dmn} and {@code recovery-tier.dmn}, row by row, and over everything that can be asked of them. */
@SekishoTest
class RecoveryPolicyTest {

    private static final List<Integer> SCORES = List.of(0, 20, 30, 39, 40, 50, 60, 69, 70, 79, 80, 99, 100);
    private static final List<String> RANKS = List.of("ordinary", "privileged");

    @Autowired
    private Decisions decisions;

    /** What speaks for a person. */
    private record Given(boolean saved, boolean contact, boolean method, boolean photo, boolean person, int vouches) {

        static List<Given> all() {
            List<Given> all = new ArrayList<>();
            for (int bits = 0; bits < 32; bits++) {
                for (int vouches = 0; vouches <= 3; vouches++) {
                    all.add(new Given(
                            (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0, (bits & 16) > 0, vouches));
                }
            }
            return all;
        }

        /** Everything with one piece more. */
        List<Given> more() {
            return List.of(
                    new Given(true, contact, method, photo, person, vouches),
                    new Given(saved, true, method, photo, person, vouches),
                    new Given(saved, contact, true, photo, person, vouches),
                    new Given(saved, contact, method, true, person, vouches),
                    new Given(saved, contact, method, photo, true, vouches),
                    new Given(saved, contact, method, photo, person, vouches + 1));
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "P,  100, identity-proofed-again",
        "SC, 80,  two-codes",
        "SM, 80,  saved-code-and-method",
        "CM, 80,  contact-code-and-method",
        "SI, 70,  saved-code-and-photo",
        "CI, 60,  contact-code-and-photo",
        "MI, 60,  method-and-photo",
        "IV, 60,  photo-and-vouching",
        "SV, 60,  saved-code-and-vouching",
        "S,  50,  saved-code",
        "VV, 50,  two-vouchings",
        "CV, 50,  contact-code-and-vouching",
        "MV, 50,  method-and-vouching",
        "I,  40,  photo",
        "C,  30,  contact-code",
        "M,  30,  method",
        "V,  20,  vouching",
        "-,  0,   none"
    })
    void every_combination_scores_as_drawn(String pieces, int score, String combination) {
        Variables weighed = weigh(new Given(
                pieces.contains("S"),
                pieces.contains("C"),
                pieces.contains("M"),
                pieces.contains("I"),
                pieces.contains("P"),
                (int) pieces.chars().filter(piece -> piece == 'V').count()));
        assertThat(weighed.get(Variable.number("score"))).isEqualTo(score);
        assertThat(weighed.get(Variable.text("combination"))).isEqualTo(combination);
    }

    @ParameterizedTest(name = "{0} after {1}, incident {2}, score {3}: {4} {5} h, missing {6}")
    @CsvSource({
        "privileged, 0, false, 100, two-people, 24, none",
        "privileged, 0, true,  99,  two-people, 72, in-person",
        "privileged, 0, true,  79,  not-enough, 72, two-codes-or-in-person",
        "ordinary,   2, false, 100, two-people, 24, none",
        "ordinary,   2, false, 80,  two-people, 72, in-person",
        "ordinary,   3, true,  79,  not-enough, 72, two-codes-or-in-person",
        "ordinary,   1, false, 100, one-agent,  2,  none",
        "ordinary,   1, false, 80,  one-agent,  24, in-person",
        "ordinary,   0, false, 70,  two-people, 24, two-codes-or-in-person",
        "ordinary,   0, true,  40,  two-people, 24, two-codes-or-in-person",
        "ordinary,   0, false, 40,  two-people, 72, two-codes-or-in-person",
        "ordinary,   0, true,  39,  not-enough, 72, code-or-photo"
    })
    void every_tier_is_as_drawn(
            String rank, int earlier, boolean incident, int score, String tier, int hours, String missing) {
        Variables decided = tier(rank, earlier, incident, score);
        assertThat(decided.get(Variable.text("tier"))).isEqualTo(tier);
        assertThat(decided.get(Variable.number("coolOff"))).isEqualTo(hours);
        assertThat(decided.get(Variable.text("missing"))).isEqualTo(missing);
    }

    @Test
    void more_evidence_never_scores_less() {
        for (Given given : Given.all()) {
            given.more().forEach(more -> assertThat(score(more)).as("%s", more).isGreaterThanOrEqualTo(score(given)));
        }
    }

    @Test
    void what_nist_asks_for_and_nothing_less_scores_80() {
        for (Given given : Given.all()) {
            boolean asked = given.person()
                    || given.saved() && given.contact()
                    || given.method() && (given.saved() || given.contact());
            assertThat(score(given) >= 80).as("%s", given).isEqualTo(asked);
        }
    }

    @Test
    void a_higher_score_is_never_treated_worse() {
        for (String rank : RANKS) {
            for (int earlier = 0; earlier <= 3; earlier++) {
                for (boolean incident : List.of(false, true)) {
                    for (int i = 1; i < SCORES.size(); i++) {
                        assertNoWorse(
                                tier(rank, earlier, incident, SCORES.get(i)),
                                tier(rank, earlier, incident, SCORES.get(i - 1)));
                    }
                }
            }
        }
    }

    @Test
    void neither_rank_nor_earlier_recoveries_make_it_easier() {
        for (int earlier = 0; earlier <= 3; earlier++) {
            for (boolean incident : List.of(false, true)) {
                for (int score : SCORES) {
                    Variables ordinary = tier("ordinary", earlier, incident, score);
                    assertNoWorse(ordinary, tier("privileged", earlier, incident, score));
                    assertNoWorse(ordinary, tier("ordinary", earlier + 1, incident, score));
                }
            }
        }
    }

    @Test
    void an_incident_takes_nobody_away() {
        for (String rank : RANKS) {
            for (int earlier = 0; earlier <= 3; earlier++) {
                for (int score : SCORES) {
                    Variables usual = tier(rank, earlier, false, score);
                    Variables during = tier(rank, earlier, true, score);
                    assertThat(people(during)).isEqualTo(people(usual));
                    assertNoWorse(during, usual);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "privileged"})
    void nobody_decides_alone_below_what_nist_asks_for(String rank) {
        for (boolean incident : List.of(false, true)) {
            SCORES.stream().filter(score -> score < 80).forEach(score -> assertThat(
                            people(tier(rank, 0, incident, score)))
                    .isGreaterThanOrEqualTo(2));
        }
    }

    private static void assertNoWorse(Variables better, Variables worse) {
        assertThat(people(better)).isLessThanOrEqualTo(people(worse));
        assertThat(better.get(Variable.number("coolOff"))).isLessThanOrEqualTo(worse.get(Variable.number("coolOff")));
    }

    private static int people(Variables tier) {
        return switch (tier.get(Variable.oneOf("tier", Tier.class))) {
            case ONE_AGENT -> 1;
            case TWO_PEOPLE -> 2;
            case NOT_ENOUGH -> 3;
        };
    }

    private int score(Given given) {
        return weigh(given).get(Variable.number("score"));
    }

    private Variables weigh(Given given) {
        return decisions.decide(
                new DecisionKey("recovery-evidence"),
                Variables.of(Variable.flag("savedCode"), given.saved())
                        .and(Variable.flag("contactCode"), given.contact())
                        .and(Variable.flag("boundMethod"), given.method())
                        .and(Variable.flag("idPhoto"), given.photo())
                        .and(Variable.flag("inPerson"), given.person())
                        .and(Variable.number("vouches"), given.vouches()));
    }

    private Variables tier(String rank, int earlier, boolean incident, int score) {
        return decisions.decide(
                new DecisionKey("recovery-tier"),
                Variables.of(Variable.text("rank"), rank)
                        .and(Variable.number("earlierRecoveries"), earlier)
                        .and(Variable.flag("incident"), incident)
                        .and(Variable.number("score"), score));
    }
}
