package org.sekisho.enrollment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.process.Actor;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.testing.Traveller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@SekishoTest
class SecondMethodScreensTest {

    private static final String CHOICE = "userTask_chooseAnotherMethod";
    private static final String QUESTION = "Which method would you like to add?";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Enrollments enrollments;

    @Autowired
    private ProcessPlay play;

    @Autowired
    private TestAccounts accounts;

    private AccountId account;

    @BeforeEach
    void somebody() {
        account = accounts.student().id();
    }

    @Test
    void a_required_second_method_offers_no_way_round_it_but_says_whom_to_ask() {
        try (SignedInAs person = at(asked("required"));
                Browserless browser = Browserless.open(context)) {
            visitsTheTask(browser);
            assertThat(browser.heading()).isEqualTo(QUESTION);
            assertThat(browser.text()).contains("asks for a second method", "ask the helpdesk, or withdraw");
            assertThat(browser.offers("Not now")).isFalse();
            assertThat(browser.offers("Back")).isFalse();
            browser.visit("");
            assertThat(browser.text()).contains("Second method");
            assertThat(person.person().account()).isEqualTo(account);
        }
    }

    @Test
    void a_recommended_one_can_be_left_for_later_and_so_can_the_reserve() {
        try (SignedInAs person = at(asked("recommended"));
                Browserless browser = Browserless.open(context)) {
            visitsTheTask(browser);
            assertThat(browser.text()).contains("we recommend a second method");
            browser.press("Not now");
            assertThat(browser.heading()).isEqualTo(QUESTION);
            assertThat(browser.text()).contains("keep one in reserve");
            assertThat(browser.one(RadioButtonGroup.class).getValue())
                    .as("the only kind is chosen already")
                    .isEqualTo("recoverycodes");
            browser.press("Not now");
            assertThat(browser.heading()).isEqualTo("Try it: sign in with your new method");
            assertThat(browser.text()).contains("Second method Skipped");
            assertThat(person.person().account()).isEqualTo(account);
        }
    }

    @Test
    void who_comes_back_later_proves_the_first_method_and_can_leave_it_for_another_day() {
        asked("required");
        try (SignedInAs person = SignedInAs.holder(account);
                Browserless browser = Browserless.open(context)) {
            visitsTheTask(browser);
            assertThat(browser.heading()).isEqualTo("First confirm that it is you");
            browser.press("Later");
            assertThat(browser.heading()).isEqualTo("Status");
            visitsTheTask(browser);
            browser.press("Next");
            assertThat(browser.heading()).isEqualTo("Verify that it is you");
            assertThat(person.person().account()).isEqualTo(account);
        }
    }

    private void visitsTheTask(Browserless browser) {
        browser.visit("tasks/" + enrollments.currentTask().orElseThrow().id());
    }

    private Traveller asked(String second) {
        Traveller traveller = Traveller.of(context, account);
        traveller.applies();
        traveller.goesOnTo("userTask_readMoreInformation");
        play.completeAs(
                Actor.person(account.value(), Set.of()),
                traveller.caseId(),
                "userTask_readMoreInformation",
                Variables.of(Variable.text("answer"), "next")
                        .and(Variable.text("secondMethod"), second)
                        .and(Variable.text("recoveryCodes"), "offered"));
        return traveller.goesOnTo(CHOICE);
    }

    private static SignedInAs at(Traveller traveller) {
        return SignedInAs.again(traveller.session());
    }
}
