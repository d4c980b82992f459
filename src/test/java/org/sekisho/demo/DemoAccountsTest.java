package org.sekisho.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.Account;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.DirectoryImport;
import org.sekisho.directory.PasswordVerdict;
import org.sekisho.directory.Passwords;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.shared.Language;
import org.sekisho.shared.Secret;
import org.sekisho.testing.SekishoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@SekishoTest
class DemoAccountsTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private DirectoryImport directory;

    @Test
    void the_people_of_the_demo_are_imported_once_and_may_change_afterwards() {
        DemoAccounts demo =
                new DemoAccounts(accounts, passwords, directory, new ClassPathResource("demo/accounts.csv"));

        demo.afterSingletonsInstantiated();

        for (String id : List.of(
                "1000000001",
                "1000000002",
                "1000000003",
                "1000000004",
                "2000000001",
                "3000000001",
                "3000000002",
                "3000000003",
                "3000000004",
                "3000000005",
                "4000000001",
                "5000000001")) {
            assertThat(passwords.verify(id, Secret.of("sekisho-demo-2026"), "demo-" + id))
                    .as(id)
                    .isInstanceOf(PasswordVerdict.Right.class);
        }
        assertThat(find("2000000001").roles()).contains(Role.APPROVER);
        assertThat(accounts.with(Role.HELPDESK)).anyMatch(agent -> agent.rank() == Rank.PRIVILEGED);
        assertThat(accounts.with(Role.LEAD)).anyMatch(lead -> lead.rank() == Rank.PRIVILEGED);
        assertThat(find("1000000004").affiliation()).isEqualTo(Affiliation.GUEST);
        assertThat(find("1000000004").unit()).isEqualTo(find("2000000001").unit());

        accounts.choose(find("1000000001").id(), Language.JA);
        demo.afterSingletonsInstantiated();
        assertThat(find("1000000001").language()).isEqualTo(Language.JA);
    }

    private Account find(String id) {
        return accounts.find(CommonId.parse(id).orElseThrow()).orElseThrow();
    }
}
