package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.accesspass.AccessPass;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.contact.ContactSetup;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.dispute.Disputes;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.factor.ChangesRefused;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.ProofNeeded;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.incident.Incidents;
import org.sekisho.incident.TestIncidents;
import org.sekisho.methodchange.Suspensions;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.recovery.RecoveryDecision.Part;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.MailedLinks;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.sekisho.verification.Verification;
import org.sekisho.vouching.TestVouchers;
import org.sekisho.vouching.VouchAnswer;
import org.sekisho.vouching.Vouching;
import org.sekisho.vouching.VouchingState;
import org.sekisho.vouching.Vouchings;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random sequences of what a person, a stranger who knows their password, agents and leads may try. Whatever they do, a pass comes
 * only of enough evidence or of two people, only to the browser that opened the case, and never to an address of the stranger's.
 */
@SekishoTest
class RecoveryPropertyTest {

    private static final int STEPS = 22;

    @Autowired
    TestRecoveries people;

    @Autowired
    RecoveryPasses passes;

    @Autowired
    TestVouchers vouchers;

    @Autowired
    Vouchings vouchings;

    @Autowired
    TestIncidents incidentModes;

    @Autowired
    Incidents incidents;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Verification verification;

    @Autowired
    Recoveries recoveries;

    @Autowired
    RecoveryDecisions decisions;

    @Autowired
    JdbcRecoveries table;

    @Autowired
    JdbcRecoveryDecisions decided;

    @Autowired
    ContactSetup contactSetup;

    @Autowired
    Processes processes;

    @Autowired
    Disputes disputes;

    @Autowired
    Factors factors;

    @Autowired
    TaskInbox inbox;

    @Autowired
    ProcessPlay play;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestApps apps;

    @Autowired
    Enforcement enforcement;

    @Autowired
    JdbcOutgoing outgoing;

    private final List<AccountId> agents = new ArrayList<>();
    private final List<AccountId> leads = new ArrayList<>();
    private final List<AccountId> managers = new ArrayList<>();
    private final Map<String, Integer> happened = new ConcurrentHashMap<>();

    @BeforeEach
    void the_helpdesk() {
        for (int number = 0; number < 3; number++) {
            agents.add(staff(Role.HELPDESK));
            leads.add(staff(Role.LEAD));
        }
        for (int number = 0; number < 6; number++) {
            managers.add(vouchers.settled(Role.HELPDESK));
        }
        agents.addAll(managers.subList(0, 2));
    }

    @Test
    void thirty_sequences_that_are_always_the_same() {
        for (int sequence = 0; sequence < 30; sequence++) {
            play(-4_277_482_493_252_693_971L, sequence);
        }
        tell(30);
    }

    /** One sequence; the same seed and number do the same again, as long as nobody else plays. */
    void play(long seed, int sequence) {
        Story story = new Story(
                new Random(new SplittableRandom(seed + sequence).nextLong()),
                "seed " + seed + ", sequence " + sequence);
        for (int step = 0; step < STEPS; step++) {
            story.goesOn();
        }
        story.ends();
        happened.merge("pass", story.passesGiven, Integer::sum);
        happened.merge("case", story.caseId.isEmpty() ? 0 : 1, Integer::sum);
    }

    void tell(int sequences) {
        System.out.printf(
                Locale.ROOT,
                "%d sequences, %d with a case, %d passes given, %d vouched for, %d denied, %d decided under incident"
                        + " mode, %d with a method suspended%n",
                sequences,
                happened.getOrDefault("case", 0),
                happened.getOrDefault("pass", 0),
                happened.getOrDefault("vouched", 0),
                happened.getOrDefault("denied", 0),
                happened.getOrDefault("incident", 0),
                happened.getOrDefault("suspended", 0));
        assertThat(happened.get("pass"))
                .as("sequences that get as far as a pass")
                .isPositive();
    }

    private AccountId staff(Role role) {
        return accounts.create(person -> person.affiliation(Affiliation.STAFF).roles(role))
                .id();
    }

    /** One account and everybody who wants something of it. */
    private final class Story {

        private final Random random;
        private final String name;
        private final AccountId first;
        private final AccountId second;
        private final AccountId manager;
        private final Account account;
        private final FactorId one;
        private final FactorId other;
        private final HereBrowser own = new HereBrowser();
        private final HereBrowser strangers = new HereBrowser();
        private Optional<CaseId> caseId = Optional.empty();
        private HereBrowser opener = own;
        private int passesGiven;

        Story(Random random, String name) {
            this.random = random;
            this.name = name;
            this.first = any(agents);
            this.second = any(agents);
            this.manager = any(managers);
            this.account = accounts.create(
                    person -> person.address("known@example.ac.jp").manager(manager));
            this.one = apps.enroll(account.id());
            this.other = apps.enroll(account.id());
            enforcement.begin(account.id());
        }

        /** Does one thing that somebody might; what the product refuses is part of the story. */
        void goesOn() {
            try {
                if (caseId.isEmpty()) {
                    opens(random.nextInt(3) == 0 ? strangers : own);
                    return;
                }
                CaseId id = caseId.get();
                switch (random.nextInt(4) > 0 ? whatHelps(id) : random.nextInt(21)) {
                    case 0, 1 -> people.givesPhoto(account.id(), id);
                    case 2, 3 -> people.passesOn(account.id(), id);
                    case 4, 5 -> people.acceptsAll(mostly(first), id);
                    case 6, 7 -> people.decides(mostly(first), id, verdict(), "Looked at it");
                    case 8, 9 -> people.confirms(mostly(second), id, random.nextInt(5) > 0, "Looked at it again");
                    case 10 -> people.watches(any(leads), id, random.nextInt(5) == 0);
                    case 11 -> play.fireTimer(id, "event_waitOver");
                    case 12 -> asksForPass(id, random.nextBoolean() ? own : strangers);
                    case 13 -> strangerSetsContact();
                    case 14 -> asksForMail(id);
                    case 16 -> people.asksVouchers(account.id(), id);
                    case 17 -> vouchers.answers(id, manager, any(List.of(VouchAnswer.values())));
                    case 18 -> incidentModes.methodIsDown(any(leads), "totp", Duration.ofHours(1 + random.nextInt(24)));
                    case 19 -> incidentModes.endAll(any(leads));
                    case 20 -> suspends();
                    default -> rarely(id);
                }
            } catch (TaskUnavailable | ProofNeeded | ChangesRefused | NoSuchElementException | AssertionError refused) {
                if (refused.getMessage() != null && refused.getMessage().contains("BROKEN")) {
                    throw new AssertionError(name, refused);
                }
            }
        }

        /** What brings the case on from where it is, so that many sequences get far. */
        private int whatHelps(CaseId id) {
            Set<String> places = processes.waitsAt(id);
            if (places.contains("userTask_giveEvidence")) {
                int next = random.nextInt(6);
                return next < 4 ? next : 12 + next;
            }
            if (places.contains("userTask_decideRecovery")) {
                return 4 + random.nextInt(4);
            }
            if (places.contains("userTask_confirmRecovery")) {
                return 8;
            }
            return places.contains("userTask_watchWait") ? 10 + random.nextInt(2) : 12;
        }

        private void opens(HereBrowser browser) {
            caseId = Optional.of(people.opens(account.id(), browser));
            opener = browser;
        }

        private Verdict verdict() {
            return switch (random.nextInt(6)) {
                case 0 -> Verdict.REFUSE;
                case 1 -> Verdict.ASK_MORE;
                default -> Verdict.APPROVE;
            };
        }

        private void asksForPass(CaseId id, HereBrowser browser) {
            Optional<AccessPass> pass =
                    people.as(account.id(), id, () -> browser.requests(() -> passes.shown(people.only(id))));
            pass.ifPresent(shown -> {
                given(id);
                demand(browser == opener, "the pass appears in a browser that did not open the case");
            });
        }

        /** Whoever has one of the two methods says that the other is lost. */
        private void suspends() {
            FactorId gone = random.nextBoolean() ? one : other;
            FactorId proved = gone.equals(one) ? other : one;
            try (SignedInAs person = SignedInAs.holder(account.id())) {
                if (suspensions.isLast(gone)) {
                    demand(suspensions.lost(gone) != Suspensions.Answer.DONE, "the last method was suspended");
                    return;
                }
                TaskId proof = suspensions.prove(gone, "methods");
                verification.prove(proof, apps.nextCode(proved));
                suspensions.lost(gone);
                demand(person.person().signedIn(), "nobody is there");
            }
            demand(!factors.active(account.id()).isEmpty(), "the last method was suspended");
        }

        private void asksForMail(CaseId id) {
            people.as(account.id(), id, () -> passes.mailed(people.only(id)));
            demand(
                    outgoing.of(id).stream().noneMatch(mail -> mail.subject().equals("Your access pass")),
                    "a pass was mailed, and no contact could speak for the person");
        }

        /** Whoever knows the password alone cannot prove a method, so that no address of theirs is ever confirmed. */
        private void strangerSetsContact() {
            CaseId setUp = CaseId.next();
            try (SignedInAs ignored = SignedInAs.holder(account.id())) {
                processes.start(
                        new ProcessKey("contact-setup"),
                        setUp,
                        Variables.of(Variable.id("accountId"), account.id().value()));
                contactSetup.give(inbox.ofCase(setUp).get(0).id(), "stranger@example.net", false);
                demand(false, "a stranger gave an address without a proof");
            }
        }

        private void rarely(CaseId id) {
            if (random.nextBoolean()) {
                people.as(account.id(), id, () -> {
                    recoveries.withdrawn();
                    return true;
                });
            } else {
                disputes.disputed(MailedLinks.of(outgoing, account.id(), "Somebody wants to get back into your account")
                        .get(0));
            }
        }

        /** A pass was made: was it due? */
        private void given(CaseId id) {
            passesGiven++;
            List<RecoveryDecision> approvals = decided.of(id).stream()
                    .filter(decision -> decision.verdict() == Verdict.APPROVE)
                    .toList();
            Set<AccountId> deciders = approvals.stream()
                    .filter(decision -> decision.part() != Part.WAIT)
                    .map(RecoveryDecision::decidedBy)
                    .collect(Collectors.toSet());
            int score = approvals.stream()
                    .filter(decision -> decision.part() == Part.DECISION)
                    .reduce((earlier, later) -> later)
                    .flatMap(RecoveryDecision::score)
                    .orElse(0);
            boolean denied = vouchings.of(id).stream().anyMatch(vouching -> vouching.state() == VouchingState.DENIED);
            demand(!denied || score < 80 && deciders.size() >= 2, "a voucher's no counted for the person");
            demand(score >= 80 && !deciders.isEmpty() || score >= 40 && deciders.size() >= 2, "too little for a pass");
            demand(!deciders.contains(account.id()), "somebody decided on their own case");
            demand(
                    vouchings.of(id).stream().map(Vouching::voucher).noneMatch(deciders::contains),
                    "somebody who was asked to vouch decided");
            demand(
                    approvals.stream()
                            .filter(decision -> decision.part() == Part.WAIT)
                            .noneMatch(decision -> deciders.contains(decision.decidedBy())),
                    "somebody shortened the wait of their own decision");
            demand(table.get(id).state() == RecoveryState.OPEN, "a pass of a case that is not open");
        }

        void ends() {
            demand(!factors.active(account.id()).isEmpty(), "the account has neither its old nor a new method");
            caseId.ifPresent(id -> demand(
                    decided.of(id).stream().anyMatch(RecoveryDecision::incident)
                            != incidents.of(id).isEmpty(),
                    "a case decided under incident mode does not say so"));
            incidentModes.endAll(leads.get(0));
            caseId.ifPresent(this::counts);
            caseId.filter(id -> !table.get(id).state().isOpen())
                    .ifPresent(id -> demand(processes.waitsAt(id).isEmpty(), "a case that is over still waits"));
        }

        private void counts(CaseId id) {
            vouchings.of(id).forEach(vouching -> counts(vouching.state().name().toLowerCase(Locale.ROOT), true));
            counts("incident", !incidents.of(id).isEmpty());
            counts(
                    "suspended",
                    factors.bound(account.id()).size()
                            > factors.active(account.id()).size());
        }

        private void counts(String what, boolean did) {
            if (did) {
                happened.merge(what, 1, Integer::sum);
            }
        }

        private void demand(boolean kept, String promise) {
            if (!kept) {
                throw new AssertionError("BROKEN: " + promise + " (" + name + ")");
            }
        }

        /** The agent who has the case, or whoever else has a try at it. */
        private AccountId mostly(AccountId agent) {
            return random.nextInt(4) > 0 ? agent : any(agents);
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
