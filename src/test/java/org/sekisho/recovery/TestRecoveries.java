package org.sekisho.recovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sekisho.accesspass.AccessPass;
import org.sekisho.accesspass.Redemption;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.evidence.EvidenceItem;
import org.sekisho.evidence.PhotoRefused;
import org.sekisho.evidence.Pictures;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.totp.AppDevice;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.process.CaseId;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.security.Person;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people do in a recovery, in the hands of tests: its person, agents and leads, each in a session of their own. */
@Component
@Profile("test")
public class TestRecoveries {

    private final Recoveries recoveries;
    private final RecoveryDecisions decisions;
    private final RecoveryPasses passes;
    private final PhotoProof photos;
    private final VoucherProof vouchers;
    private final CaseBrowsers browsers;
    private final JdbcRecoveries table;
    private final MethodOffer offer;
    private final TotpSetup totp;
    private final TestApps apps;
    private final TaskInbox inbox;
    private final Processes processes;
    private final ProcessPlay play;
    private final Map<CaseId, HereBrowser> openers = new ConcurrentHashMap<>();

    TestRecoveries(
            Recoveries recoveries,
            RecoveryDecisions decisions,
            RecoveryPasses passes,
            PhotoProof photos,
            VoucherProof vouchers,
            CaseBrowsers browsers,
            JdbcRecoveries table,
            MethodOffer offer,
            TotpSetup totp,
            TestApps apps,
            TaskInbox inbox,
            Processes processes,
            ProcessPlay play) {
        this.recoveries = recoveries;
        this.decisions = decisions;
        this.passes = passes;
        this.photos = photos;
        this.vouchers = vouchers;
        this.browsers = browsers;
        this.table = table;
        this.offer = offer;
        this.totp = totp;
        this.apps = apps;
        this.inbox = inbox;
        this.processes = processes;
        this.play = play;
    }

    /**
     * A recovery with a photo from its beginning to its end.
     *
     * @return the case, and the pass that was made in it
     */
    public Recovered recovers(AccountId account, AccountId first, AccountId second, String reason) {
        HereBrowser browser = new HereBrowser();
        CaseId caseId = opens(account, browser);
        asksVouchers(account, caseId);
        givesPhoto(account, caseId);
        passesOn(account, caseId);
        acceptsAll(first, caseId);
        decides(first, caseId, Verdict.APPROVE, reason);
        confirms(second, caseId, true, reason);
        play.fireTimer(caseId, "event_waitOver");
        AccessPass pass = as(account, caseId, () -> browser.requests(() -> passes.shown(only(caseId))))
                .orElseThrow();
        setsUp(redeems(account, caseId, pass.code()), caseId);
        return new Recovered(caseId, pass.code());
    }

    /** A recovery that is over. */
    public record Recovered(CaseId caseId, Secret<String> pass) {}

    /** A recovery for which the first agent asks for more before approving it, and which the second refuses. */
    public void isNotConfirmed(AccountId account, AccountId first, AccountId second, String reason) {
        CaseId caseId = opens(account, new HereBrowser());
        givesPhoto(account, caseId);
        passesOn(account, caseId);
        acceptsAll(first, caseId);
        decides(first, caseId, Verdict.ASK_MORE, reason);
        passesOn(account, caseId);
        decides(first, caseId, Verdict.APPROVE, reason);
        confirms(second, caseId, false, reason);
    }

    /** A recovery that is approved and confirmed, and stopped by a lead while it waits. */
    public void isStopped(AccountId account, AccountId first, AccountId second, AccountId lead, String reason) {
        CaseId caseId = opens(account, new HereBrowser());
        givesPhoto(account, caseId);
        passesOn(account, caseId);
        acceptsAll(first, caseId);
        decides(first, caseId, Verdict.APPROVE, reason);
        confirms(second, caseId, true, reason);
        watches(lead, caseId, true);
    }

    CaseId opens(AccountId account, HereBrowser browser) {
        return as(
                account,
                CaseId.next(),
                () -> browser.requests(() -> {
                    Recoveries.Opening opening = recoveries.opened(account, RecoveryChannel.PASSWORD, Optional.empty());
                    Recovery opened = table.open(account).orElseThrow(() -> new AssertionError(opening));
                    browsers.bindThisOne(opened);
                    openers.put(opened.caseId(), browser);
                    return opened.caseId();
                }));
    }

    void asksVouchers(AccountId account, CaseId caseId) {
        as(account, caseId, () -> {
            vouchers.asked(only(caseId));
            return true;
        });
    }

    void givesPhoto(AccountId account, CaseId caseId) {
        as(account, caseId, () -> {
            try {
                photos.taken(only(caseId), new ByteArrayInputStream(Pictures.jpeg(300, 200)));
                return true;
            } catch (IOException | PhotoRefused failed) {
                throw new AssertionError(failed);
            }
        });
    }

    void passesOn(AccountId account, CaseId caseId) {
        if (!as(account, caseId, () -> recoveries.submitted(only(caseId)))) {
            throw new AssertionError("there was nothing to pass on");
        }
    }

    /** Looks at every photo and accepts whatever waits for it. */
    void acceptsAll(AccountId agent, CaseId caseId) {
        staff(agent, Role.HELPDESK, () -> {
            TaskId task = only(caseId);
            inbox.claim(task);
            boolean allShown = decisions.file(task).photos().stream()
                    .allMatch(photo -> decisions.photo(task, photo.id()).isPresent());
            if (!allShown) {
                throw new AssertionError("a photo is not shown");
            }
            List<EvidenceItem> open = decisions.file(task).evidence().stream()
                    .filter(item -> item.result() == EvidenceItem.Result.OPEN)
                    .toList();
            open.forEach(item -> decisions.judged(task, item.id(), true));
            return true;
        });
    }

    RecoveryDecisions.Outcome decides(AccountId agent, CaseId caseId, Verdict verdict, String reason) {
        return staff(agent, Role.HELPDESK, () -> {
            inbox.claim(only(caseId));
            RecoveryDecisions.Outcome outcome = decisions.decided(only(caseId), verdict, reason);
            if (outcome == RecoveryDecisions.Outcome.NOT_ENOUGH) {
                inbox.release(only(caseId));
            }
            return outcome;
        });
    }

    void confirms(AccountId agent, CaseId caseId, boolean confirmed, String reason) {
        staff(agent, Role.HELPDESK, () -> {
            inbox.claim(only(caseId));
            decisions.confirmed(only(caseId), confirmed, reason);
            return true;
        });
    }

    void watches(AccountId lead, CaseId caseId, boolean stops) {
        staff(lead, Role.LEAD, () -> {
            inbox.claim(only(caseId));
            decisions.waitEnded(only(caseId), stops, "Spoke with the person");
            return true;
        });
    }

    /** Enters a wrong pass and then the right one, in a session of its own, which is given back. */
    Person redeems(AccountId account, CaseId caseId, Secret<String> pass) {
        try (SignedInAs person = SignedInAs.halfWay(account, caseId)) {
            TaskId task = only(caseId);
            Redemption wrong = passes.redeemed(task, Secret.of("0000-0000-0000"));
            Redemption right = passes.redeemed(task, pass);
            if (!(wrong instanceof Redemption.Wrong) || !(right instanceof Redemption.Right)) {
                throw new AssertionError(wrong + ", " + right);
            }
            return person.person();
        }
    }

    void setsUp(Person person, CaseId caseId) {
        choosesApp(person, caseId);
        choosesDevice(person, caseId);
        provesApp(person, caseId);
    }

    void choosesApp(Person person, CaseId caseId) {
        try (SignedInAs here = SignedInAs.again(person)) {
            if (!passes.opens(inbox.ofCase(caseId).get(0))) {
                throw new AssertionError("the pass does not open the set-up in " + here);
            }
            offer.chosen(only(caseId), "totp");
        }
    }

    void choosesDevice(Person person, CaseId caseId) {
        try (SignedInAs ignored = SignedInAs.again(person)) {
            totp.chosen(only(caseId), AppDevice.ANOTHER_DEVICE);
        }
    }

    void provesApp(Person person, CaseId caseId) {
        try (SignedInAs ignored = SignedInAs.again(person)) {
            FactorId added = new FactorId(inbox.variables(only(caseId)).get(Variable.id("factorId")));
            totp.prove(only(caseId), apps.code(added));
        }
    }

    /** A case that another node has seen opened, in this browser. */
    void wasOpened(CaseId caseId, HereBrowser browser) {
        openers.put(caseId, browser);
    }

    /** The task of the case that whoever acts sees. */
    TaskId only(CaseId caseId) {
        return inbox.ofCase(caseId).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task; the case waits at " + processes.waitsAt(caseId)))
                .id();
    }

    /** Does something in the browser that opened the case, where one of these did. */
    <T> T inBrowserOf(CaseId caseId, Supplier<T> work) {
        HereBrowser opener = openers.get(caseId);
        return opener == null ? work.get() : opener.requests(work);
    }

    <T> T as(AccountId person, CaseId caseId, Supplier<T> work) {
        try (SignedInAs ignored = SignedInAs.halfWay(person, caseId)) {
            return inBrowserOf(caseId, work);
        }
    }

    <T> T staff(AccountId agent, Role role, Supplier<T> work) {
        try (SignedInAs ignored = SignedInAs.withRoles(agent, role)) {
            return work.get();
        }
    }
}
