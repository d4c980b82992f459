package org.sekisho.helpdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.helpdesk.QueueFilter;
import org.sekisho.helpdesk.QueueOrder;
import org.sekisho.helpdesk.QueueSearch;
import org.sekisho.process.ProcessKey;

/** What stands in the address of the list, and what does not. */
class QueueAddressTest {

    @Test
    void every_view_is_read_again_from_its_address() {
        for (QueueFilter filter : QueueFilter.values()) {
            for (QueueOrder order : QueueOrder.values()) {
                for (Optional<ProcessKey> kind :
                        List.of(Optional.<ProcessKey>empty(), Optional.of(new ProcessKey("method-change")))) {
                    for (String text : List.of("", "1a2b3c4d")) {
                        QueueSearch search = new QueueSearch(filter, kind, order, text);
                        assertThat(QueueAddress.search(QueueAddress.of(search, Optional.empty())))
                                .isEqualTo(search);
                    }
                }
            }
        }
    }

    @Test
    void the_usual_view_has_the_short_address_and_a_saved_one_its_id_alone() {
        assertThat(QueueAddress.of(QueueSearch.everything(), Optional.empty()).getQueryString())
                .isEmpty();
        UUID id = UUID.randomUUID();
        QueryParameters told = QueueAddress.of(QueueSearch.everything().with(QueueFilter.MINE), Optional.of(id));
        assertThat(told.getQueryString()).isEqualTo("saved=" + id);
        assertThat(QueueAddress.saved(told)).contains(id);
    }

    @Test
    void who_is_sought_stands_in_no_address() {
        for (String text : List.of("Hanako Sato", "佐藤", "7000000001", "h@example.ac.jp")) {
            assertThat(QueueAddress.of(QueueSearch.everything().containing(text), Optional.empty())
                            .getQueryString())
                    .isEmpty();
        }
    }

    @Test
    void nonsense_in_an_address_is_the_usual_view() {
        for (String nonsense :
                List.of("filter=none&order=&kind=<script>&case=Sato&saved=x", "kind=../..&filter=", "a=b&filter")) {
            QueryParameters told = QueryParameters.fromString(nonsense);
            assertThat(QueueAddress.search(told)).isEqualTo(QueueSearch.everything());
            assertThat(QueueAddress.saved(told)).isEmpty();
        }
    }
}
