package org.sekisho.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class MfaRequirementTest {

    @Autowired
    ServiceDirectory directory;

    @Autowired
    TestAccounts accounts;

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "utokyo-vpn, faculty, REQUIRED",
        "utokyo-vpn, staff,   WARN",
        "utokyo-vpn, student, INFORM",
        "library,    faculty, OPTIONAL",
        "mail,       guest,   INFORM"
    })
    void every_rule_decides_as_drawn(String service, String affiliation, Requirement requirement) {
        AccountId account = person(affiliation);
        try (SignedInAs person = SignedInAs.holder(account)) {
            assertThat(directory.access(service(service)).requirement()).isEqualTo(requirement);
        }
    }

    @Test
    void a_service_that_requires_mfa_opens_for_a_session_that_has_proved_a_factor() {
        AccountId faculty = person("faculty");
        try (SignedInAs person = SignedInAs.holder(faculty)) {
            assertThat(directory.access(service("utokyo-vpn")).opens()).isFalse();
        }
        try (SignedInAs person = SignedInAs.withRoles(faculty, Role.HOLDER)) {
            assertThat(directory.access(service("utokyo-vpn")).opens()).isTrue();
        }
    }

    private AccountId person(String affiliation) {
        return accounts.create(
                        account -> account.affiliation(Affiliation.valueOf(affiliation.toUpperCase(Locale.ROOT))))
                .id();
    }

    private static RelyingService service(String id) {
        return new RelyingService(id, id, id, Optional.empty());
    }
}
