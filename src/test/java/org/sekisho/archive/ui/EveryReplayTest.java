package org.sekisho.archive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.TabSheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.archive.CaseArchive;
import org.sekisho.archive.CaseRecord;
import org.sekisho.archive.ForgottenCases;
import org.sekisho.archive.RecordedNow;
import org.sekisho.archive.Replay;
import org.sekisho.directory.Account;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.WaitStates;
import org.sekisho.process.CaseId;
import org.sekisho.process.CasePath;
import org.sekisho.process.ProcessKey;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.Browserless;
import org.sekisho.testing.EveryProcess;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.wording.Messages;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A case of every process of the product is replayed from the archive alone, to its last moment, and no secret is in what is kept. */
@SekishoTest
class EveryReplayTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    BeanFactory product;

    @Autowired
    TestAccounts accounts;

    @Autowired
    CaseArchive archive;

    @Autowired
    Messages messages;

    @Test
    void every_process_is_replayed_when_the_engine_has_forgotten_it() {
        String mark = UUID.randomUUID().toString().replace("-", "");
        EveryProcess.Played played = ForgottenCases.ofEveryProcess(product, "Name" + mark, mark);
        Account auditor = accounts.create(
                account -> account.affiliation(Affiliation.STAFF).roles(Role.AUDITOR));
        List<String> secrets = new ArrayList<>(played.traveller().secrets());
        secrets.addAll(List.of(
                mark,
                played.link().reveal(),
                played.recovered().pass().reveal(),
                played.traveller().address()));

        Set<ProcessKey> replayed = new HashSet<>();
        Set<String> untold = new HashSet<>();
        for (CaseId caseId : played.cases()) {
            String text = new String(RecordedNow.text(product, caseId), StandardCharsets.UTF_8);
            assertThat(secrets).filteredOn(secret -> secret.length() > 10).noneMatch(text::contains);
            try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR)) {
                Replay replay = ForgottenCases.replay(product, caseId);
                CaseRecord record = replay.record();
                record.paths().forEach(path -> replayed.add(path.process()));
                assertThat(record.models())
                        .allSatisfy(model -> assertThat(archive.model(model)).isPresent());
                assertThat(replay.moments())
                        .hasSize(record.paths().stream()
                                .mapToInt(path -> path.steps().size())
                                .sum());
                replay.moments().stream()
                        .flatMap(moment -> moment.events().stream())
                        .flatMap(event ->
                                Stream.of("helpdesk.event." + event.action(), "helpdesk.result." + event.result()))
                        .filter(key -> !messages.knows(key))
                        .forEach(untold::add);
                goThrough(caseId, replay);
            }
        }
        assertThat(replayed).isEqualTo(WaitStates.processes());
        assertThat(untold).as("what has happened without words for it").isEmpty();
    }

    /** As an auditor does, on the page of the case, though not in every one of its moments. */
    private void goThrough(CaseId caseId, Replay replay) {
        try (Browserless browser = Browserless.open(context)) {
            browser.visit("audit/cases/" + caseId + "?tab=replay");
            assertThat(browser.one(TabSheet.class).getSelectedIndex()).isEqualTo(1);
            List<CasePath.Step> steps =
                    replay.moments().stream().map(Replay.Moment::step).toList();
            for (int number = 0; number < steps.size(); number++) {
                assertThat(browser.all(H2.class))
                        .extracting(H2::getText)
                        .contains(steps.get(number).label());
                if (number < steps.size() - 1) {
                    browser.press("Step forward");
                }
            }
            assertThat(browser.text())
                    .contains("Moment " + steps.size() + " of " + steps.size())
                    .doesNotContain("archive.replay");
        }
    }
}
