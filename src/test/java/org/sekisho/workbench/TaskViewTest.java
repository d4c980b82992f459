package org.sekisho.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.TaskId;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.Browserless;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Who sees which task, how it is taken and ended, and what a plain form does. */
class TaskViewTest {

    private static final String GONE = "This task is finished or not yours";

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(WorkbenchBeans.class);
    private final PaperInbox inbox = context.getBean(PaperInbox.class);
    private final PaperAccounts accounts = context.getBean(PaperAccounts.class);
    private final AccountId student = accounts.add("Yamada Hanako");
    private final AccountId stranger = accounts.add("Suzuki Ichiro");
    private final AccountId agent = accounts.add("Sato Kenji", Role.HELPDESK);
    private final AccountId colleague = accounts.add("Mori Yuki", Role.HELPDESK);

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void a_plain_form_checks_its_fields_and_hands_in_what_was_filled_in() {
        CaseTask task = own("everything");
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + task.id());
            assertThat(browser.heading()).isEqualTo("Everything at once");
            assertThat(browser.text()).contains("A form with one of each.", "Digits, please.");

            browser.press("Hand in");
            assertThat(browser.text())
                    .contains("Please fill this in.", "Please choose one.", "Please tick this to go on.");
            assertThat(inbox.outcome(task.id())).isEmpty();

            browser.<String>fill("Extension", "1");
            browser.press("Hand in");
            assertThat(browser.<TextField>field("Extension").getErrorMessage())
                    .isEqualTo("Please enter at least 2 characters.");

            browser.<String>fill("Extension", "12a");
            browser.press("Hand in");
            assertThat(browser.<TextField>field("Extension").isInvalid()).isTrue();

            browser.<String>fill("Extension", " 1234 ");
            Select<FormDefinition.Option> building = browser.field("Building");
            building.setValue(building.getListDataView().getItem(1));
            RadioButtonGroup<FormDefinition.Option> daytime = browser.field("Time of day");
            daytime.setValue(daytime.getListDataView().getItem(0));
            browser.<Checkbox>field("I agree").setValue(true);
            browser.<String>fill("Remark", " two\nlines ");
            browser.<Integer>fill("Floor", 10);
            browser.<DatePicker>field("Day").setValue(LocalDate.of(2026, 4, 1));
            browser.<TimePicker>field("Hour").setValue(LocalTime.of(9, 30));
            browser.press("Hand in");
            assertThat(browser.<IntegerField>field("Floor").getErrorMessage()).isEqualTo("Please enter 9 or less.");
            assertThat(inbox.outcome(task.id())).isEmpty();

            browser.<Integer>fill("Floor", 9);
            browser.press("Hand in");

            assertThat(inbox.outcome(task.id()).map(Variables::encoded))
                    .contains(Map.of(
                            "extension",
                            "1234",
                            "remark",
                            "two\nlines",
                            "floor",
                            9,
                            "day",
                            "2026-04-01",
                            "hour",
                            "09:30",
                            "building",
                            "west",
                            "daytime",
                            "morning",
                            "agreed",
                            true));
        }
    }

    @Test
    void a_plain_form_speaks_japanese() {
        CaseTask task = own("two-ways");
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context, Language.JA)) {
            browser.visit("tasks/" + task.id());

            assertThat(browser.heading()).isEqualTo("ふたつの道");
            assertThat(browser.offers("進む")).isTrue();
        }
    }

    @Test
    void a_quiet_outcome_is_written_alone_and_needs_no_fields() {
        CaseTask task = own("two-ways");
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + task.id());
            browser.press("Go on");
            assertThat(inbox.outcome(task.id())).isEmpty();

            browser.press("Leave it");

            assertThat(inbox.outcome(task.id()).map(Variables::encoded)).contains(Map.of("choice", "not-now"));
        }
    }

    @Test
    void the_next_task_of_the_same_case_follows_at_once() {
        CaseTask first = own("two-ways");
        CaseTask second = new CaseTask(
                new TaskId(UUID.randomUUID().toString()),
                first.caseId(),
                first.process(),
                "userTask_second",
                new FormKey("everything"),
                first.subject(),
                first.assignee(),
                Set.of(),
                Instant.EPOCH,
                Optional.empty(),
                50);
        inbox.put(second);
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + first.id());
            browser.press("Leave it");

            assertThat(browser.location()).isEqualTo("tasks/" + second.id());
        }
    }

    @Test
    void somebody_elses_task_is_not_shown() {
        CaseTask task = own("two-ways");
        try (SignedInAs me = SignedInAs.holder(stranger);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + task.id());

            assertThat(browser.heading()).isEqualTo(GONE);
            assertThat(browser.text()).doesNotContain("Two ways", "Nickname");
            assertThat(browser.offers("To your status page")).isTrue();
        }
    }

    @Test
    void a_half_way_session_sees_the_tasks_of_its_sign_in_case_and_no_other() {
        CaseTask ofSignIn = own("two-ways");
        CaseTask other = own("everything");
        try (SignedInAs me = SignedInAs.halfWay(student, ofSignIn.caseId());
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + other.id());
            assertThat(browser.heading()).isEqualTo(GONE);
            assertThat(browser.offers("To your status page")).isFalse();

            browser.press("Continue signing in");
            assertThat(browser.heading()).isEqualTo("Two ways");
        }
    }

    @Test
    void a_task_that_is_gone_when_it_is_handed_in_says_so() {
        CaseTask task = own("two-ways");
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + task.id());
            inbox.lose(task.id());

            browser.press("Leave it");

            assertThat(browser.heading()).isEqualTo(GONE);
        }
    }

    @Test
    void a_double_click_ends_the_task_once() {
        CaseTask task = own("two-ways");
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + task.id());
            Button button = browser.all(Button.class).stream()
                    .filter(candidate -> candidate.getText().equals("Leave it"))
                    .findFirst()
                    .orElseThrow();
            assertThat(button.isDisableOnClick()).isTrue();
            button.addClickListener(click -> assertThat(button.isEnabled()).isTrue());

            browser.press(button);
            Variables ended = inbox.outcome(task.id()).orElseThrow();
            browser.visit("tasks/" + task.id());

            assertThat(browser.heading()).isEqualTo(GONE);
            assertThat(inbox.outcome(task.id())).containsSame(ended);
        }
    }

    @Test
    void a_task_of_a_group_is_taken_first_and_can_be_given_back() {
        CaseTask task = offered("two-ways");
        try (SignedInAs me = SignedInAs.withRoles(agent, Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + task.id());
            assertThat(browser.text()).contains("Yamada Hanako");
            assertThat(browser.offers("Leave it")).isFalse();

            browser.press("Take this task");
            assertThat(browser.offers("Leave it")).isTrue();
            browser.press("Give back");
            assertThat(browser.offers("Leave it")).isFalse();

            browser.press("Take this task");
            browser.press("Leave it");
            assertThat(inbox.outcome(task.id())).isPresent();
            assertThat(browser.location()).isEqualTo("tasks");
        }
    }

    @Test
    void a_task_that_a_colleague_has_taken_shows_who() {
        CaseTask task = offered("two-ways");
        try (SignedInAs other = SignedInAs.withRoles(colleague, Role.HELPDESK)) {
            inbox.claim(task.id());
        }
        try (SignedInAs me = SignedInAs.withRoles(agent, Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + task.id());

            assertThat(browser.text()).contains("Mori Yuki is working on it");
            assertThat(browser.offers("Take this task")).isFalse();
        }
    }

    @Test
    void nobody_sees_a_group_task_about_themselves() {
        CaseTask task = put("two-ways", agent, Optional.empty(), Set.of("helpdesk"));
        try (SignedInAs me = SignedInAs.withRoles(agent, Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks/" + task.id());

            assertThat(browser.heading()).isEqualTo(GONE);
        }
    }

    @Test
    void the_list_teaches_when_it_is_empty_and_names_people_to_staff_alone() {
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks");
            assertThat(browser.text()).contains("Nothing to do");
        }
        CaseTask task = offered("two-ways");
        try (SignedInAs me = SignedInAs.withRoles(agent, Role.HELPDESK);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks");
            assertThat(browser.text()).contains("Tasks of your group", "Two ways", "Yamada Hanako (0000000001)");
        }
        own("everything");
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks");
            assertThat(browser.text())
                    .contains("Your tasks", "Everything at once")
                    .doesNotContain("Two ways", "0000000001");
        }
        assertThat(inbox.outcome(task.id())).isEmpty();
    }

    @Test
    void a_half_way_session_opens_no_other_screen_and_has_no_drawer() {
        CaseTask ofSignIn = own("two-ways");
        try (SignedInAs me = SignedInAs.halfWay(student, ofSignIn.caseId());
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks");

            assertThat(browser.heading()).isNotEqualTo("Tasks");
            assertThat(browser.all(SideNavItem.class)).isEmpty();
        }
    }

    @Test
    void the_drawer_leads_to_what_the_person_may_open() {
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            browser.visit("tasks");

            assertThat(browser.all(SideNavItem.class))
                    .extracting(SideNavItem::getLabel)
                    .contains("Tasks");
        }
    }

    @Test
    void an_unknown_address_leads_on() {
        try (SignedInAs me = SignedInAs.holder(student);
                Browserless browser = Browserless.open(context)) {
            browser.visit("no/such/page");

            assertThat(browser.heading()).isEqualTo("There is no such page");
            assertThat(browser.offers("To the start page")).isTrue();
        }
    }

    private CaseTask own(String form) {
        return put(form, student, Optional.of(student.value()), Set.of());
    }

    private CaseTask offered(String form) {
        return put(form, student, Optional.empty(), Set.of("helpdesk"));
    }

    private CaseTask put(String form, AccountId subject, Optional<UUID> assignee, Set<String> groups) {
        CaseTask task = new CaseTask(
                new TaskId(UUID.randomUUID().toString()),
                CaseId.next(),
                new ProcessKey("fixture"),
                "userTask_fixture",
                new FormKey(form),
                Optional.of(subject.value()),
                assignee,
                groups,
                Instant.EPOCH,
                Optional.empty(),
                50);
        inbox.put(task);
        return task;
    }
}
