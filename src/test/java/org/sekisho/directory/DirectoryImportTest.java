package org.sekisho.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.shared.EmailAddress;
import org.sekisho.shared.Language;
import org.sekisho.testing.SekishoTest;
import org.sekisho.wording.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SekishoTest
@RecordApplicationEvents
class DirectoryImportTest {

    private static final String HEADER =
            "common_id,name,unit,affiliation,rank,shared,manager,roles,state,language,addresses,password_changed_at";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    private DirectoryImport directory;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcAccounts stored;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @Autowired
    private Messages messages;

    @Autowired
    private ApplicationEvents events;

    @Test
    void an_account_comes_with_all_that_the_file_says() throws Exception {
        String manager = id();
        String id = id();
        ImportReport report = directory.run(csv(
                HEADER,
                id
                        + ",\"Sato, Hanako\",med-hospital,faculty,privileged,true," + manager
                        + ",helpdesk;lead,active,ja,h@example.ac.jp; h2@example.ac.jp,2026-04-01T09:00:00+09:00",
                row(manager, "staff", "active")));
        assertThat(report).isEqualTo(new ImportReport(true, 2, 2, 0, 0, 0, List.of(), 0));
        Account account = account(id);
        assertThat(account.name()).isEqualTo("Sato, Hanako");
        assertThat(account.unit()).isEqualTo("med-hospital");
        assertThat(account.affiliation()).isEqualTo(Affiliation.FACULTY);
        assertThat(account.rank()).isEqualTo(Rank.PRIVILEGED);
        assertThat(account.shared()).isTrue();
        assertThat(account.manager()).contains(account(manager).id());
        assertThat(account.roles()).isEqualTo(Set.of(Role.HOLDER, Role.HELPDESK, Role.LEAD));
        assertThat(account.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(account.language()).isEqualTo(Language.JA);
        assertThat(account.addresses())
                .containsExactly(EmailAddress.of("h@example.ac.jp"), EmailAddress.of("h2@example.ac.jp"));
        assertThat(account.passwordChangedAt()).contains(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(trail.about(account.id().value(), 1))
                .extracting(AuditEvent::action)
                .containsExactly("directory.account-added");
    }

    @Test
    void a_rehearsal_counts_and_writes_nothing() throws Exception {
        String id = id();
        assertThat(directory.rehearse(csv(HEADER, row(id, "student", "active"))))
                .isEqualTo(new ImportReport(false, 1, 1, 0, 0, 0, List.of(), 0));
        assertThat(accounts.find(new CommonId(id))).isEmpty();
    }

    @Test
    void a_second_import_changes_nothing() throws Exception {
        InputStreamSource file = csv(HEADER, row(id(), "student", "active"));
        directory.run(file);
        assertThat(directory.run(file)).isEqualTo(new ImportReport(true, 1, 0, 0, 0, 1, List.of(), 0));
    }

    @Test
    void a_changed_affiliation_keeps_the_account() throws Exception {
        String id = id();
        directory.run(csv(HEADER, row(id, "student", "active")));
        AccountId before = account(id).id();
        ImportReport report = directory.run(csv(HEADER, row(id, "staff", "active")));
        assertThat(report.changed()).isEqualTo(1);
        assertThat(account(id).id()).isEqualTo(before);
        assertThat(account(id).affiliation()).isEqualTo(Affiliation.STAFF);
        assertThat(ended()).isEmpty();
    }

    @Test
    void an_ended_account_is_told_of_once() throws Exception {
        String id = id();
        directory.run(csv(HEADER, row(id, "student", "active")));
        ImportReport report = directory.run(csv(HEADER, row(id, "student", "ended")));
        assertThat(report.ended()).isEqualTo(1);
        assertThat(account(id).state()).isEqualTo(AccountState.ENDED);
        assertThat(directory.run(csv(HEADER, row(id, "student", "ended"))).unchanged())
                .isEqualTo(1);
        assertThat(ended()).containsExactly(new AccountEnded(account(id).id()));
        assertThat(trail.about(account(id).id().value(), 1))
                .extracting(AuditEvent::action)
                .containsExactly("directory.account-ended");
    }

    @Test
    void an_address_that_is_taken_away_is_remembered_until_it_comes_back() throws Exception {
        String id = id();
        Instant before = clock.instant();
        directory.run(csv(HEADER, withAddresses(id, "one@example.ac.jp;two@example.ac.jp")));
        AccountId account = account(id).id();
        assertThat(accounts.formerAddresses(account, before)).isEmpty();
        directory.run(csv(HEADER, withAddresses(id, "two@example.ac.jp;three@example.ac.jp")));
        assertThat(accounts.formerAddresses(account, before)).containsExactly(EmailAddress.of("one@example.ac.jp"));
        assertThat(accounts.formerAddresses(account, clock.instant().plusSeconds(1)))
                .isEmpty();
        directory.run(csv(HEADER, withAddresses(id, "one@example.ac.jp")));
        assertThat(accounts.formerAddresses(account, before))
                .containsExactlyInAnyOrder(
                        EmailAddress.of("two@example.ac.jp"), EmailAddress.of("three@example.ac.jp"));
    }

    private static String withAddresses(String id, String addresses) {
        return id + ",Somebody,sci,student,ordinary,false,,,active,en," + addresses + ",";
    }

    @Test
    void the_language_that_a_person_has_chosen_stays() throws Exception {
        String id = id();
        directory.run(csv(HEADER, row(id, "student", "active")));
        accounts.choose(account(id).id(), Language.JA);
        assertThat(directory.run(csv(HEADER, row(id, "staff", "active"))).changed())
                .isEqualTo(1);
        assertThat(account(id).language()).isEqualTo(Language.JA);
    }

    @Test
    void a_role_by_invitation_outlives_imports_and_others_do_not() throws Exception {
        String id = id();
        directory.run(csv(HEADER, row(id, "staff", "active", "approver")));
        stored.invite(account(id).id(), Role.ADMINISTRATOR);
        directory.run(csv(HEADER, row(id, "staff", "active", "lead;administrator")));
        assertThat(account(id).roles()).isEqualTo(Set.of(Role.HOLDER, Role.LEAD, Role.ADMINISTRATOR));
        directory.run(csv(HEADER, row(id, "staff", "active", "")));
        assertThat(account(id).roles()).isEqualTo(Set.of(Role.HOLDER, Role.ADMINISTRATOR));
    }

    @Test
    void a_byte_order_mark_blank_lines_and_another_order_of_columns_do_no_harm() throws Exception {
        String id = id();
        ImportReport report = directory.run(csv(
                "\uFEFFpassword_changed_at,common_id,name,unit,affiliation,rank,shared,manager,roles,state,language,addresses",
                "",
                "," + id + ",東京 花子,sci,student,ordinary,false,,,active,ja,",
                ""));
        assertThat(report.problems()).isEmpty();
        assertThat(account(id).name()).isEqualTo("東京 花子");
    }

    @Test
    void every_wrong_cell_is_told_with_line_and_column_and_nothing_is_written() throws Exception {
        String right = id();
        String wrong = id();
        ImportReport report = directory.run(csv(
                HEADER,
                row(right, "student", "active"),
                "12345,,Science!,pupil,high,yes,99,boss,gone,fr,a@example.org b@example.org,yesterday",
                wrong + ",N,sci,student,ordinary,false," + wrong + ",lead;lead,active,en,not-an-address,"));
        assertThat(report.written()).isFalse();
        assertThat(report.problems())
                .extracting(ImportProblem::line, problem -> problem.column().orElse(""), ImportProblem::messageKey)
                .containsExactly(
                        tuple(3L, "common_id", "directory.import.common-id"),
                        tuple(3L, "name", "directory.import.blank"),
                        tuple(3L, "unit", "directory.import.unit"),
                        tuple(3L, "affiliation", "directory.import.one-of"),
                        tuple(3L, "rank", "directory.import.one-of"),
                        tuple(3L, "shared", "directory.import.one-of"),
                        tuple(3L, "manager", "directory.import.common-id"),
                        tuple(3L, "roles", "directory.import.one-of"),
                        tuple(3L, "state", "directory.import.one-of"),
                        tuple(3L, "language", "directory.import.one-of"),
                        tuple(3L, "addresses", "directory.import.address"),
                        tuple(3L, "password_changed_at", "directory.import.time"),
                        tuple(4L, "manager", "directory.import.manager-self"),
                        tuple(4L, "roles", "directory.import.list-twice"),
                        tuple(4L, "addresses", "directory.import.address"));
        assertThat(accounts.find(new CommonId(right))).isEmpty();
        assertThat(report.problems()).allSatisfy(problem -> {
            for (Language language : Language.values()) {
                assertThat(messages.text(
                                language,
                                problem.messageKey(),
                                problem.arguments().toArray()))
                        .isNotBlank()
                        .doesNotContain("{", "not-an-address");
            }
        });
    }

    @Test
    void a_common_id_twice_is_told_with_its_first_line() throws Exception {
        String id = id();
        ImportReport report = directory.run(csv(HEADER, row(id, "student", "active"), "", row(id, "staff", "active")));
        assertThat(report.problems())
                .containsExactly(new ImportProblem(
                        4, Optional.of("common_id"), "directory.import.common-id-twice", List.of("2")));
    }

    @Test
    void a_manager_must_be_in_the_file_or_in_the_directory() throws Exception {
        String manager = id();
        String id = id();
        InputStreamSource file = csv(HEADER, id + ",N,sci,student,ordinary,false," + manager + ",,active,en,,");
        assertThat(directory.run(file).problems())
                .containsExactly(
                        new ImportProblem(2, Optional.of("manager"), "directory.import.manager-unknown", List.of()));
        directory.run(csv(HEADER, row(manager, "staff", "active")));
        assertThat(directory.run(file).written()).isTrue();
        assertThat(account(id).manager()).contains(account(manager).id());
        directory.run(csv(HEADER, row(id, "student", "active")));
        assertThat(account(id).manager()).isEmpty();
    }

    @Test
    void a_header_that_is_not_as_agreed_is_told_in_full() throws Exception {
        assertThat(directory.run(csv("common_id,name,name,colour")).problems())
                .extracting(ImportProblem::line, ImportProblem::messageKey)
                .contains(
                        tuple(1L, "directory.import.column-twice"),
                        tuple(1L, "directory.import.column-unknown"),
                        tuple(1L, "directory.import.column-missing"))
                .hasSize(12);
        assertThat(directory.run(csv()).problems())
                .extracting(ImportProblem::messageKey)
                .containsExactly("directory.import.empty");
    }

    @Test
    void malformed_csv_is_told_with_the_line_where_it_begins() throws Exception {
        String open = id() + ",\"Never closed,sci,student,ordinary,false,,,active,en,,";
        assertThat(directory
                        .run(csv(HEADER, row(id(), "student", "active"), open, row(id(), "student", "active")))
                        .problems())
                .extracting(ImportProblem::line, ImportProblem::messageKey)
                .containsExactly(tuple(3L, "directory.import.quote-open"));
        String behind = id() + ",\"Closed\" early,sci,student,ordinary,false,,,active,en,,";
        assertThat(directory.run(csv(HEADER, behind)).problems())
                .extracting(ImportProblem::line, ImportProblem::messageKey)
                .containsExactly(tuple(2L, "directory.import.malformed"));
        assertThat(directory.run(csv(HEADER, id() + ",N,sci")).problems())
                .containsExactly(new ImportProblem(2, Optional.empty(), "directory.import.cells", List.of("3", "12")));
    }

    @Test
    void a_value_over_two_lines_does_not_shift_the_lines_after_it() throws Exception {
        String twoLines = id() + ",\"N\nN\",sci,student,ordinary,false,,,active,en,,";
        assertThat(directory
                        .run(csv(HEADER, twoLines, row("1", "student", "active")))
                        .problems())
                .extracting(ImportProblem::line, ImportProblem::messageKey)
                .containsExactly(
                        tuple(2L, "directory.import.control-character"), tuple(4L, "directory.import.common-id"));
    }

    @Test
    void a_file_in_another_encoding_is_told() throws Exception {
        byte[] shiftJis = (HEADER + "\n" + id() + ",東京,sci,student,ordinary,false,,,active,ja,,\n")
                .getBytes(java.nio.charset.Charset.forName("Shift_JIS"));
        assertThat(directory.run(new ByteArrayResource(shiftJis)).problems())
                .extracting(ImportProblem::messageKey)
                .containsExactly("directory.import.not-utf-8");
    }

    @Test
    void a_password_comes_only_as_a_hash_of_a_known_kind() throws Exception {
        for (String hash : new String[] {"secret", "{noop}secret", "{bcrypt}secret", "{argon2}secret", "{pbkdf2}zz"}) {
            assertThat(directory
                            .run(csv(HEADER + ",password_hash", row(id(), "student", "active") + "," + hash))
                            .problems())
                    .extracting(problem -> problem.column().orElse(""), ImportProblem::messageKey)
                    .containsExactly(tuple("password_hash", "directory.import.hash"));
        }
    }

    @Test
    void a_thousand_accounts_pass_in_either_order_of_managers() throws Exception {
        List<String> ids = IntStream.range(0, 1000).mapToObj(n -> id()).toList();
        String rows = IntStream.range(0, 1000)
                .mapToObj(n ->
                        ids.get(n) + ",N,big,student,ordinary,false," + ids.get((n + 500) % 1000) + ",,active,en,,")
                .collect(Collectors.joining("\n"));
        assertThat(directory.run(csv(HEADER, rows)).added()).isEqualTo(1000);
        assertThat(account(ids.get(0)).manager()).contains(account(ids.get(500)).id());
    }

    @Test
    void a_file_that_cannot_be_read_is_no_matter_of_its_rows() {
        assertThatThrownBy(() -> directory.run(() -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_approvers_of_a_unit_are_those_in_good_standing() throws Exception {
        String unit = "unit-" + NEXT.incrementAndGet();
        String first = id();
        String second = id();
        directory.run(csv(
                HEADER,
                row(second, "staff", "active", "approver").replace(",sci,", "," + unit + ","),
                row(first, "staff", "active", "approver;lead").replace(",sci,", "," + unit + ","),
                row(id(), "staff", "suspended", "approver").replace(",sci,", "," + unit + ","),
                row(id(), "staff", "active", "lead").replace(",sci,", "," + unit + ",")));
        assertThat(accounts.approversOf(unit))
                .extracting(account -> account.commonId().value())
                .containsExactly(first, second);
    }

    private List<AccountEnded> ended() {
        return events.stream(AccountEnded.class).toList();
    }

    private Account account(String commonId) {
        return accounts.find(new CommonId(commonId)).orElseThrow();
    }

    private static String id() {
        return "8%09d".formatted(NEXT.incrementAndGet());
    }

    private static String row(String commonId, String affiliation, String state) {
        return row(commonId, affiliation, state, "");
    }

    private static String row(String commonId, String affiliation, String state, String roles) {
        return commonId + ",N,sci," + affiliation + ",ordinary,false,," + roles + "," + state + ",en,,";
    }

    private static InputStreamSource csv(String... lines) {
        return new ByteArrayResource(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
}
