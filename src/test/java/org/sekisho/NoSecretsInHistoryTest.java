package org.sekisho;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.EveryTable;
import org.sekisho.engine.WaitStates;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.recovery.TestRecoveries;
import org.sekisho.security.Browser;
import org.sekisho.shared.Secret;
import org.sekisho.testing.EveryProcess;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * Nothing that a person types or is shown in confidence, and nothing that tells who a person is, stands in the engine, its
 * history or the log. Where the product itself must keep such a thing, the table is named here; every other one is searched.
 */
@SekishoTest
@ExtendWith(OutputCaptureExtension.class)
class NoSecretsInHistoryTest {

    /** The directory: who somebody is, and how the organisation reaches them. */
    private static final String[] DIRECTORY = {"account", "account_address"};

    /** The reasons of people who ask or decide, for those who look at the case. */
    private static final String[] REASONS = {"approval_decision", "dispute", "recovery_decision", "termination"};

    /** What a person calls a method is for themselves, who read it in every list. */
    private static final String[] NAMES = {"factor"};

    @Autowired
    private BeanFactory product;

    @Autowired
    private WebApplicationContext web;

    @Autowired
    private Processes processes;

    @Autowired
    private EveryTable everyTable;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private final String mark = UUID.randomUUID().toString().replace("-", "");
    private final String name = "Name" + mark;
    private final String ownAddress = "own" + mark + "@example.ac.jp";
    private Account guest;
    private Account approver;

    @BeforeEach
    void a_guest_and_who_decides() {
        String unit = "unit-" + mark.substring(0, 12);
        guest = EveryProcess.guest(product, name, ownAddress, unit);
        approver = accounts.create(
                account -> account.affiliation(Affiliation.STAFF).unit(unit).roles(Role.APPROVER));
    }

    @Test
    void no_secret_of_any_process_stands_in_the_engine_its_history_or_the_log(CapturedOutput log) {
        String reason = "Reason " + mark;
        String wrongPassword = "Wrong " + mark;
        String methodName = "Phone " + mark;
        EveryProcess.Played played =
                EveryProcess.by(product, guest, approver, new EveryProcess.Words(mark, reason, methodName));
        Set<CaseId> cases = played.cases();
        Traveller traveller = played.traveller();
        Secret<String> link = played.link();
        TestRecoveries.Recovered recovered = played.recovered();
        Browser browser = new Browser(web);
        browser.open("/not-me/" + link.reveal());
        browser.signsIn(guest.commonId().value(), wrongPassword);
        assertThat(browser.signsIn(guest.commonId().value(), TestAccounts.PASSWORD))
                .hasValueSatisfying(target -> assertThat(target).contains("tasks/"));

        assertThat(processesOf(cases))
                .as("processes of which a case was driven")
                .isEqualTo(WaitStates.processes());
        List<String> markers = new ArrayList<>(traveller.secrets());
        assertThat(markers).as("codes and keys").hasSizeGreaterThanOrEqualTo(8);
        markers.addAll(List.of(
                TestAccounts.PASSWORD,
                wrongPassword,
                traveller.address(),
                ownAddress,
                name,
                reason,
                methodName,
                "Key " + mark,
                link.reveal(),
                recovered.pass().reveal(),
                recovered.pass().reveal().replace("-", ""),
                guest.commonId().value()));
        assertThat(everyTable.tables())
                .anyMatch(table -> table.toUpperCase(Locale.ROOT).startsWith("ACT_HI_"));
        assertThat(everyTable.placesOf(markers, kept())).isEmpty();
        assertThat(everyTable.placesOf(
                        List.of(name, ownAddress, guest.commonId().value())))
                .as("the directory keeps who somebody is, and no other table does")
                .containsExactlyInAnyOrder(
                        "ACCOUNT.NAME holds " + name,
                        "ACCOUNT.COMMON_ID holds " + guest.commonId().value(),
                        "ACCOUNT_ADDRESS.ADDRESS holds " + ownAddress);
        assertThat(everyTable.placesOf(List.of(reason)))
                .containsExactlyInAnyOrder(
                        "APPROVAL_DECISION.REASON holds " + reason,
                        "DISPUTE.REASON holds " + reason,
                        "RECOVERY_DECISION.REASON holds " + reason,
                        "TERMINATION.REASON holds " + reason,
                        "TERMINATION.DECISION_REASON holds " + reason);
        assertThat(log.getAll()).doesNotContainIgnoringCase(mark);
        assertThat(markers).filteredOn(marker -> marker.length() > 10).noneMatch(log.getAll()::contains);
    }

    @Test
    void the_search_finds_what_a_careless_step_would_leave() {
        byte[] key = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, 7, 1, 2, 3, 4, 5, 6};
        String code = "004711";
        transaction.executeWithoutResult(status -> {
            CaseId caseId = CaseId.next();
            processes.start(
                    new ProcessKey("contact-setup"),
                    caseId,
                    Variables.of(Variable.id("accountId"), guest.id().value())
                            .and(Variable.text("address"), "careless" + mark + "@example.org")
                            .and(Variable.number("code"), 4711));
            jdbc.sql("update act_ge_bytearray set bytes_ = :key where name_ like '%contact-setup.bpmn'")
                    .param("key", key)
                    .update();

            assertThat(everyTable.placesOf(List.of("careless" + mark)))
                    .contains(
                            "ACT_RU_VARIABLE.TEXT_ holds careless" + mark,
                            "ACT_HI_VARINST.TEXT_ holds careless" + mark,
                            "ACT_HI_DETAIL.TEXT_ holds careless" + mark);
            assertThat(everyTable.placesOf(List.of(code))).contains("ACT_HI_VARINST.LONG_ holds " + code);
            assertThat(everyTable.placesOf(List.of(new String(key, StandardCharsets.ISO_8859_1))))
                    .anyMatch(place -> place.startsWith("ACT_GE_BYTEARRAY.BYTES_ holds "));
            status.setRollbackOnly();
        });
    }

    /** The processes that ran in these cases, called ones included. */
    private Set<ProcessKey> processesOf(Set<CaseId> cases) {
        Set<ProcessKey> ran = new HashSet<>();
        cases.forEach(caseId -> jdbc.sql("select proc_def_key_ from act_hi_procinst where business_key_ = :case")
                .param("case", caseId.toString())
                .query(String.class)
                .list()
                .forEach(key -> ran.add(new ProcessKey(key))));
        return ran;
    }

    private static String[] kept() {
        return Stream.of(DIRECTORY, REASONS, NAMES).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
