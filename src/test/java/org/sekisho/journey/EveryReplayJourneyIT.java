package org.sekisho.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sekisho.SekishoApplication;
import org.sekisho.archive.ForgottenCases;
import org.sekisho.archive.Replay;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.WaitStates;
import org.sekisho.journey.Screen.Device;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.EveryProcess;
import org.sekisho.testing.OnPostgres;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * An auditor watches, with the keyboard alone, a case of every process of the product from its first moment to its last, each on its
 * own diagram, when the engine has forgotten them all. Its product and its database are its own: nothing is left to others.
 */
@Tag("full")
@SekishoTest
@SpringBootTest(
        classes = SekishoApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:replays;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0",
            "sekisho.security.staff-needs-two-factors=false",
            "vaadin.productionMode=true",
            "vaadin.react.enable=false"
        })
@ExtendWith(OnPostgres.TimeRunsAgain.class)
@DirtiesContext
class EveryReplayJourneyIT {

    private static final String DRAWING = "sekisho-process-diagram[drawn] svg[data-element-id='%s']";

    /** The element of the moment is in the frame, whole or, where it is larger than the frame, over its middle. */
    private static final String IN_SIGHT = """
            element => {
              const frame = element.closest('.frame').getBoundingClientRect();
              const box = element.getBoundingClientRect();
              const inside = (from, to, low, high) => (from >= low - 1 && to <= high + 1)
                || (from <= (low + high) / 2 && to >= (low + high) / 2);
              return inside(box.left, box.right, frame.left, frame.right)
                && inside(box.top, box.bottom, frame.top, frame.bottom);
            }""";

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory product;

    @Autowired
    TestAccounts accounts;

    private final Set<ProcessKey> drawn = new HashSet<>();
    private final Set<String> looked = new HashSet<>();

    @Test
    void every_process_is_replayed_on_its_own_diagram() {
        String mark = UUID.randomUUID().toString().replace("-", "");
        EveryProcess.Played played = ForgottenCases.ofEveryProcess(product, "Rin Kato", mark);
        Account auditor = auditor("Audrey Auditor", Language.EN);
        try (Screen desk = new Screen("replays", port, Device.DESK, Locale.ENGLISH)) {
            List<String> troubles = troubles(desk);
            desk.go("")
                    .signIn(auditor.commonId().value(), TestAccounts.PASSWORD)
                    .heading("MFA is off");
            for (CaseId caseId : played.cases()) {
                List<Replay.Moment> moments = moments(auditor, caseId);
                desk.go("audit/cases/" + caseId + "?tab=replay");
                shows(desk, moments, 0);
                desk.look();
                desk.field("Moment of the case").press("End");
                shows(desk, moments, moments.size() - 1);
                desk.look();
                desk.field("Moment of the case").press("Home");
                goesThrough(desk, moments);
                Assertions.assertThat(troubles).isEmpty();
            }
        }
        Assertions.assertThat(drawn).isEqualTo(WaitStates.processes());
    }

    @Test
    void a_replay_is_in_japanese_as_well() {
        String mark = UUID.randomUUID().toString().replace("-", "");
        EveryProcess.Played played = ForgottenCases.ofEveryProcess(product, "加藤 凛", mark);
        Account auditor = auditor("監査 花子", Language.JA);
        CaseId caseId = played.recovered().caseId();
        List<Replay.Moment> moments = moments(auditor, caseId);
        try (Screen tablet = new Screen("replays-japanese", port, Device.TABLET_AT_NIGHT, Locale.JAPAN)) {
            List<String> troubles = troubles(tablet);
            tablet.go("").heading("サインイン");
            tablet.fill("ユーザー名", auditor.commonId().value())
                    .fill("パスワード", TestAccounts.PASSWORD)
                    .press("サインイン")
                    .heading("多要素認証は無効です");
            tablet.go("audit/cases/" + caseId + "?tab=replay");
            for (int number = 0; number < moments.size(); number++) {
                tablet.says("%d時点中の%d番目".formatted(moments.size(), number + 1));
                drawsMoment(tablet, moments.get(number));
                if (number % 10 == 0 || number == moments.size() - 1) {
                    tablet.look();
                }
                if (number < moments.size() - 1) {
                    tablet.field("案件の時点").press("ArrowRight");
                }
            }
            Assertions.assertThat(troubles).isEmpty();
        }
    }

    /** Moment by moment, and by its button into each process that is called. */
    private void goesThrough(Screen desk, List<Replay.Moment> moments) {
        int number = 0;
        shows(desk, moments, number);
        while (number < moments.size() - 1) {
            int next = number + 1;
            if (moments.get(number).step().called().isPresent()) {
                desk.page()
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go into"))
                        .press("Enter");
            } else {
                desk.field("Moment of the case").press("ArrowRight");
            }
            number = next;
            shows(desk, moments, number);
            Replay.Moment moment = moments.get(number);
            // each process is looked at where it begins, where somebody has something to do, and where a table is asked
            if (looked.add(moment.path().process() + " " + moment.step().kind()
                    + moment.decision().isPresent())) {
                desk.look();
            }
        }
    }

    /** What must be shown, as the archive has it. */
    private List<Replay.Moment> moments(Account auditor, CaseId caseId) {
        try (SignedInAs at = SignedInAs.withRoles(auditor.id(), Role.AUDITOR)) {
            Assertions.assertThat(at.person().account()).isEqualTo(auditor.id());
            return ForgottenCases.replay(product, caseId).moments();
        }
    }

    private void shows(Screen desk, List<Replay.Moment> moments, int number) {
        Replay.Moment moment = moments.get(number);
        assertThat(desk.page().locator(".replay-place"))
                .hasText("Moment %d of %d".formatted(number + 1, moments.size()));
        assertThat(desk.page().locator(".replay-panel h2"))
                .hasText(moment.step().label());
        drawsMoment(desk, moment);
        drawn.add(moment.path().process());
    }

    private static void drawsMoment(Screen screen, Replay.Moment moment) {
        Locator drawing = screen.page().locator(DRAWING.formatted(moment.path().process()));
        assertThat(drawing).isVisible();
        Locator glows = drawing.locator(".djs-shape.glows");
        assertThat(glows).hasAttribute("data-element-id", moment.step().element());
        Assertions.assertThat(glows.evaluate(IN_SIGHT))
                .as(
                        "%s of %s is in sight",
                        moment.step().element(), moment.path().process())
                .isEqualTo(true);
    }

    /** What the browser has to complain of. */
    private static List<String> troubles(Screen screen) {
        List<String> troubles = new ArrayList<>();
        screen.page().onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                troubles.add(message.text());
            }
        });
        screen.page().onPageError(troubles::add);
        return troubles;
    }

    private Account auditor(String name, Language language) {
        return accounts.create(account -> account.name(name)
                .affiliation(Affiliation.STAFF)
                .language(language)
                .roles(Role.AUDITOR));
    }
}
