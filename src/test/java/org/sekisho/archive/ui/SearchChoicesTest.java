package org.sekisho.archive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.process.DeployedModels.Place;
import org.sekisho.process.ProcessKey;

/** Nothing is offered by which no case can be found, and nothing is missing at which cases stand. */
class SearchChoicesTest {

    private static final ProcessKey ENROLLMENT = new ProcessKey("enrollment");
    private static final ProcessKey DISPUTE = new ProcessKey("dispute");
    private static final ProcessKey APPROVAL = new ProcessKey("approval");

    private final Place submits = place(ENROLLMENT, "userTask_submit", false);
    private final Place enrolled = place(ENROLLMENT, "event_enrolled", true);
    private final Place checks = place(DISPUTE, "userTask_check", false);
    private final Place settled = place(DISPUTE, "event_settled", true);
    private final Place decides = place(APPROVAL, "userTask_decide", false);
    private final Place decided = place(APPROVAL, "event_decided", true);
    private final SearchChoices choices = new SearchChoices(
            List.of(DISPUTE, ENROLLMENT),
            Set.of(ENROLLMENT),
            List.of(submits, enrolled, checks, settled, decides, decided));

    @Test
    void cases_of_a_kind_stand_in_its_own_process_and_in_those_that_it_calls() {
        assertThat(choices.steps(Optional.of(ENROLLMENT))).containsExactly(submits, decides);
        assertThat(choices.steps(Optional.of(DISPUTE))).containsExactly(checks);
        assertThat(choices.steps(Optional.empty())).containsExactly(submits, checks, decides);
    }

    @Test
    void cases_end_in_the_process_that_they_began_with() {
        assertThat(choices.endings(Optional.of(ENROLLMENT))).containsExactly(enrolled);
        assertThat(choices.endings(Optional.empty())).containsExactly(enrolled, settled);
    }

    private static Place place(ProcessKey process, String element, boolean ending) {
        return new Place(process, 1, element, element, Optional.empty(), ending);
    }
}
