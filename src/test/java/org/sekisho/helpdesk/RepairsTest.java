package org.sekisho.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who may have a step tried again that failed too often. */
@SekishoTest
class RepairsTest {

    @Autowired
    Repairs repairs;

    @Autowired
    AuditTrail audit;

    @Autowired
    TestAccounts accounts;

    @ParameterizedTest
    @EnumSource(Role.class)
    void leads_and_administrators_and_nobody_else(Role role) {
        CaseId nothing = CaseId.next();
        AccountId staff = accounts.create(
                        person -> person.affiliation(Affiliation.STAFF).roles(role))
                .id();
        try (SignedInAs at = SignedInAs.withRoles(staff, role)) {
            assertThat(at.person().account()).isEqualTo(staff);
            if (EnumSet.of(Role.LEAD, Role.ADMINISTRATOR).contains(role)) {
                assertThat(repairs.triedAgain(nothing, "serviceTask_closeCase")).isFalse();
                assertThat(audit.ofCase(nothing.value())).singleElement().satisfies(event -> {
                    assertThat(event.result()).isEqualTo("gone");
                    assertThat(event.actor()).hasValue(staff.value());
                });
            } else {
                assertThat(repairs.mayRepair()).isFalse();
                assertThatThrownBy(() -> repairs.triedAgain(nothing, "serviceTask_closeCase"))
                        .isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    @Test
    void nobody_at_all_is_refused() {
        assertThatThrownBy(() -> repairs.triedAgain(CaseId.next(), "serviceTask_closeCase"))
                .isInstanceOf(AccessDeniedException.class);
    }
}
