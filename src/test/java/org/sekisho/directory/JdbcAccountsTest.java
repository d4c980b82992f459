package org.sekisho.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class JdbcAccountsTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestAccounts created;

    @Test
    void people_are_found_by_the_beginning_of_their_common_id_and_by_a_part_of_their_name() {
        Account person = created.create(account -> account.name("Ada 100%_Proof!"));
        String commonId = person.commonId().value();

        assertThat(accounts.search(commonId, 5)).containsExactly(person.id());
        assertThat(accounts.search(commonId.substring(0, 9), 20)).contains(person.id());
        assertThat(accounts.search("  a 100%_pROOF! ", 5)).contains(person.id());
    }

    @Test
    void what_is_typed_means_itself_and_nothing_finds_nobody() {
        created.create(account -> account.name("Ada Plain"));

        assertThat(accounts.search("a%pl", 5)).isEmpty();
        assertThat(accounts.search("ada_plain", 5)).isEmpty();
        assertThat(accounts.search(" ", 5)).isEmpty();
    }

    @Test
    void those_with_a_role_are_the_active_ones() {
        Account lead = created.create(account -> account.roles(Role.LEAD));
        Account agent = created.create(account -> account.roles(Role.HELPDESK));

        assertThat(accounts.with(Role.LEAD))
                .extracting(Account::id)
                .contains(lead.id())
                .doesNotContain(agent.id());
    }
}
