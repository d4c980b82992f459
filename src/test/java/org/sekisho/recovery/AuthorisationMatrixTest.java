package org.sekisho.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Rank;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.evidence.Evidence;
import org.sekisho.evidence.EvidenceKind;
import org.sekisho.evidence.IdPhotos;
import org.sekisho.evidence.Pictures;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.incident.IncidentMode;
import org.sekisho.incident.Target;
import org.sekisho.methodchange.Suspensions;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.TaskUnavailable;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.FreshFactor;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.verification.Enforcement;
import org.sekisho.verification.Verification;
import org.sekisho.vouching.ContactPersons;
import org.sekisho.vouching.TestVouchers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every role × every action of recovery, and of what people do about a method lost and who is to vouch for them × the actor's own
 * account, somebody else's and that of somebody ranked above them. An action is a public method of a facade; one that is missing
 * here fails the test.
 */
@SekishoTest
class AuthorisationMatrixTest {

    private static final List<Class<?>> FACADES = List.of(
            Recoveries.class,
            RecoveryDecisions.class,
            RecoveryPasses.class,
            DeskRecoveries.class,
            ContactProof.class,
            PhotoProof.class,
            VoucherProof.class,
            IncidentMode.class,
            Suspensions.class,
            ContactPersons.class);

    /** Whose account a case is about, as the actor sees it. */
    private enum Whose {
        OWN,
        OTHER,
        HIGHER
    }

    /** What a case waits for. */
    private enum Stage {
        GATHERING("userTask_giveEvidence", false),
        DECIDING("userTask_decideRecovery", true),
        CONFIRMING("userTask_confirmRecovery", true),
        WAITING("userTask_watchWait", true),
        OPEN("userTask_redeemPass", false);

        private final String element;
        private final boolean forStaff;

        Stage(String element, boolean forStaff) {
            this.element = element;
            this.forStaff = forStaff;
        }
    }

    @FunctionalInterface
    private interface Act {
        void on(TaskId task, CaseId caseId) throws Exception;
    }

    /**
     * @param allowed for whom it works
     * @param rolledBack whether it may run within a transaction that is rolled back
     */
    private record Action(Stage stage, Predicate<Seat> allowed, boolean rolledBack, Act act) {}

    private record Seat(Role role, Whose whose) {}

    @Autowired
    Recoveries recoveries;

    @Autowired
    RecoveryDecisions decisions;

    @Autowired
    RecoveryPasses passes;

    @Autowired
    DeskRecoveries desk;

    @Autowired
    ContactProof contactProof;

    @Autowired
    PhotoProof photoProof;

    @Autowired
    VoucherProof voucherProof;

    @Autowired
    IncidentMode incidentMode;

    @Autowired
    Suspensions suspensions;

    @Autowired
    ContactPersons contactPersons;

    @Autowired
    TestRecoveries people;

    @Autowired
    TestVouchers vouchers;

    @Autowired
    Verification verification;

    @Autowired
    Factors factors;

    @Autowired
    FreshFactor fresh;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcRecoveries table;

    @Autowired
    ProcessPlay play;

    @Autowired
    Processes processes;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestApps apps;

    @Autowired
    Enforcement enforcement;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Accounts directory;

    @Autowired
    Evidence evidence;

    @Autowired
    IdPhotos photos;

    @Autowired
    JdbcClient jdbc;

    private static final String UNIT = "matrix";

    private final Map<Whose, Map<Stage, CaseId>> cases = new EnumMap<>(Whose.class);
    private final Map<Role, AccountId> actors = new EnumMap<>(Role.class);

    private Map<String, Action> actions() {
        Predicate<Seat> own = seat -> seat.whose() == Whose.OWN;
        Predicate<Seat> never = seat -> false;
        Predicate<Seat> helpdesk =
                seat -> seat.whose() == Whose.OTHER && (seat.role() == Role.HELPDESK || seat.role() == Role.LEAD);
        Predicate<Seat> lead = seat -> seat.whose() == Whose.OTHER && seat.role() == Role.LEAD;
        Map<String, Action> actions = new LinkedHashMap<>();
        actions.put("Recoveries.newest", self(own, caseId -> demand(isCase(recoveries.newest(), caseId))));
        actions.put("Recoveries.open", self(own, caseId -> demand(isCase(recoveries.open(), caseId))));
        actions.put(
                "Recoveries.currentTask",
                self(own, caseId -> demand(recoveries.currentTask().isPresent())));
        actions.put("Recoveries.isOwn", self(own, caseId -> demand(recoveries.isOwn(caseId))));
        actions.put(
                "Recoveries.reported",
                self(
                        own.and(seat -> seat.role() != Role.HOLDER),
                        caseId -> demand(recoveries.reported() == Recoveries.Opening.OPEN_ALREADY)));
        actions.put("Recoveries.withdrawn", new Action(Stage.GATHERING, own, true, (task, caseId) -> {
            recoveries.withdrawn();
            demand(recoveries.isOwn(caseId));
        }));
        actions.put(
                "Recoveries.evidence",
                new Action(Stage.GATHERING, own, true, (task, caseId) -> recoveries.evidence(found(task))));
        actions.put(
                "Recoveries.submitted",
                new Action(Stage.GATHERING, own, true, (task, caseId) -> recoveries.submitted(task)));
        actions.put(
                "ContactProof.asked",
                new Action(Stage.GATHERING, own, false, (task, caseId) -> contactProof.asked(task)));
        actions.put(
                "ContactProof.entered",
                new Action(
                        Stage.GATHERING,
                        own,
                        false,
                        (task, caseId) -> contactProof.entered(task, Secret.of("000000"))));
        actions.put(
                "PhotoProof.taken",
                new Action(
                        Stage.GATHERING,
                        own,
                        false,
                        (task, caseId) -> photoProof.taken(task, new ByteArrayInputStream(Pictures.jpeg(40, 30)))));
        actions.put(
                "VoucherProof.asked",
                new Action(Stage.GATHERING, own, false, (task, caseId) -> voucherProof.asked(task)));
        actions.put(
                "RecoveryDecisions.file",
                new Action(Stage.DECIDING, helpdesk, true, (task, caseId) -> decisions.file(task)));
        actions.put(
                "RecoveryDecisions.photo",
                new Action(
                        Stage.DECIDING,
                        helpdesk,
                        true,
                        (task, caseId) -> demand(decisions
                                .photo(task, photos.of(caseId).get(0).id())
                                .isPresent())));
        actions.put(
                "RecoveryDecisions.judged",
                new Action(
                        Stage.DECIDING,
                        helpdesk,
                        true,
                        (task, caseId) -> decisions.judged(
                                task, evidence.of(caseId).get(0).id(), false)));
        actions.put(
                "RecoveryDecisions.decided",
                new Action(
                        Stage.DECIDING,
                        helpdesk,
                        true,
                        (task, caseId) -> decisions.decided(task, Verdict.APPROVE, "Reason")));
        actions.put(
                "RecoveryDecisions.confirmed",
                new Action(
                        Stage.CONFIRMING, helpdesk, true, (task, caseId) -> decisions.confirmed(task, true, "Reason")));
        actions.put(
                "RecoveryDecisions.waitEnded",
                new Action(Stage.WAITING, lead, true, (task, caseId) -> decisions.waitEnded(task, false, "Reason")));
        actions.put("RecoveryPasses.offer", new Action(Stage.OPEN, own, true, (task, caseId) -> passes.offer(task)));
        actions.put("RecoveryPasses.isPassShownHere", self(own, caseId -> demand(passes.isPassShownHere(caseId))));
        actions.put(
                "RecoveryPasses.shown",
                new Action(
                        Stage.OPEN,
                        own,
                        true,
                        (task, caseId) -> demand(passes.shown(task).isPresent())));
        actions.put("RecoveryPasses.mailed", new Action(Stage.OPEN, own, true, (task, caseId) -> passes.mailed(task)));
        actions.put(
                "RecoveryPasses.redeemed",
                new Action(
                        Stage.OPEN, own, false, (task, caseId) -> passes.redeemed(task, Secret.of("0000-0000-0000"))));
        actions.put(
                "RecoveryPasses.opens",
                new Action(Stage.OPEN, never, true, (task, caseId) -> demand(passes.opens(found(task)))));
        actions.put("RecoveryPasses.wantedAnew", new Action(Stage.OPEN, own, true, (task, caseId) -> {
            passes.wantedAnew();
            demand(recoveries.isOwn(caseId));
        }));
        actions.put(
                "RecoveryPasses.pickUpCode",
                self(never, caseId -> demand(passes.pickUpCode(caseId).isPresent())));
        actions.put(
                "RecoveryPasses.pickedUp",
                new Action(
                        Stage.GATHERING,
                        never,
                        false,
                        (task, caseId) -> demand(passes.pickedUp(Secret.of("AAAA-AAAA")))));
        Predicate<Seat> reader = seat -> seat.role() != Role.HOLDER && seat.role() != Role.APPROVER;
        Predicate<Seat> anyLead = seat -> seat.role() == Role.LEAD;
        actions.put("IncidentMode.targets", self(reader, caseId -> incidentMode.targets()));
        actions.put("IncidentMode.longest", self(seat -> true, caseId -> incidentMode.longest()));
        actions.put("IncidentMode.inForce", self(reader, caseId -> incidentMode.inForce()));
        actions.put("IncidentMode.earlier", self(reader, caseId -> incidentMode.earlier()));
        actions.put(
                "IncidentMode.nameOf",
                self(reader, caseId -> incidentMode.nameOf(table.get(caseId).account())));
        actions.put(
                "IncidentMode.opened",
                new Action(
                        Stage.GATHERING,
                        anyLead,
                        true,
                        (task, caseId) -> incidentMode.opened(
                                new Target(Target.Scope.METHOD, "totp"), Duration.ofHours(1), "Reason")));
        actions.put("IncidentMode.ended", self(anyLead, caseId -> incidentMode.ended(UUID.randomUUID())));
        actions.put(
                "DeskRecoveries.seen",
                new Action(
                        Stage.GATHERING,
                        seat -> seat.whose() == Whose.OTHER && seat.role() == Role.APPROVER,
                        false,
                        (task, caseId) -> demand(
                                !(desk.seen(directory
                                                .get(table.get(caseId).account())
                                                .commonId())
                                        instanceof DeskRecoveries.Seen.NotYours))));
        // whoever waits at the sign-in has no page for these
        Predicate<Seat> signedIn = seat -> seat.role() != Role.HOLDER;
        addSuspensions(actions, own.and(signedIn), signedIn);
        addContactPersons(actions, own.and(signedIn), own.negate().and(signedIn), signedIn);
        return actions;
    }

    /** Whoever acts has proved a method of their own and means one of the account in question. */
    private void addSuspensions(Map<String, Action> actions, Predicate<Seat> own, Predicate<Seat> aboutThemselves) {
        actions.put(
                "Suspensions.method",
                self(
                        own,
                        caseId ->
                                demand(suspensions.method(secondMethod(caseId)).isPresent())));
        actions.put("Suspensions.isLast", self(aboutThemselves, caseId -> suspensions.isLast(secondMethod(caseId))));
        actions.put(
                "Suspensions.needsProof",
                self(aboutThemselves, caseId -> suspensions.needsProof(secondMethod(caseId))));
        actions.put("Suspensions.prove", self(aboutThemselves, caseId -> assertThat(
                        found(suspensions.prove(secondMethod(caseId), "methods"))
                                .subject())
                .contains(user.get().account().value())));
        actions.put("Suspensions.lost", self(own, caseId -> {
            FactorId lost = secondMethod(caseId);
            proves();
            demand(suspensions.lost(lost) == Suspensions.Answer.DONE);
        }));
        actions.put("Suspensions.found", self(own, caseId -> {
            FactorId lost = secondMethod(caseId);
            transaction.executeWithoutResult(status -> factors.suspend(lost));
            proves();
            demand(suspensions.found(lost) == Suspensions.Answer.DONE);
        }));
    }

    /** Whoever acts has MFA. */
    private void haveMfa() {
        AccountId actor = user.get().account();
        if (!enforcement.isOn(actor)) {
            apps.enroll(actor);
            enforcement.begin(actor);
        }
    }

    /** A method of the account that a case is about, besides its first one. */
    private FactorId secondMethod(CaseId caseId) {
        haveMfa();
        return apps.enroll(table.get(caseId).account());
    }

    /** Whoever acts proves their first method. */
    private void proves() {
        FactorId first = factors.active(user.get().account()).stream()
                .filter(Factor::preferred)
                .map(Factor::id)
                .findFirst()
                .orElseThrow();
        TaskId task = suspensions.prove(FactorId.next(), "methods");
        assertThat(verification.prompt(found(task)).factor().id()).isEqualTo(first);
        verification.prove(task, apps.nextCode(first));
    }

    private void addContactPersons(
            Map<String, Action> actions, Predicate<Seat> own, Predicate<Seat> others, Predicate<Seat> aboutThemselves) {
        actions.put("ContactPersons.isMfaOn", self(aboutThemselves, caseId -> {
            haveMfa();
            demand(contactPersons.isMfaOn());
        }));
        actions.put("ContactPersons.needsProof", self(aboutThemselves, caseId -> contactPersons.needsProof()));
        actions.put("ContactPersons.prove", self(aboutThemselves, caseId -> assertThat(
                        found(contactPersons.prove("contact-persons")).subject())
                .contains(user.get().account().value())));
        actions.put("ContactPersons.named", self(own, caseId -> {
            UUID named = vouchers.named(table.get(caseId).account(), privileged());
            demand(contactPersons.named().stream().map(ContactPersons.Named::id).anyMatch(named::equals));
        }));
        actions.put("ContactPersons.removed", self(own, caseId -> {
            UUID named = vouchers.named(table.get(caseId).account(), privileged());
            freshly();
            contactPersons.removed(named);
            demand(!vouchers.isNamed(named));
        }));
        // whom one asks to vouch may be of any rank, and may not be oneself; it is always for oneself
        actions.put("ContactPersons.registered", self(others, caseId -> {
            freshly();
            demand(contactPersons.registered(
                            directory.get(table.get(caseId).account()).commonId())
                    == ContactPersons.Naming.NAMED);
        }));
        // what the end of a dispute does, which has asked who decides
        actions.put("ContactPersons.drop", self(seat -> true, caseId -> {
            UUID named = vouchers.named(table.get(caseId).account(), privileged());
            contactPersons.drop(named, "disputed");
            demand(!vouchers.isNamed(named));
        }));
    }

    private void freshly() {
        haveMfa();
        fresh.proved(user.get().account(), user.get().session());
    }

    private static boolean isCase(Optional<Recovery> found, CaseId caseId) {
        return found.map(Recovery::caseId).filter(caseId::equals).isPresent();
    }

    /** An action that names no task: it reaches the case of whoever acts and no other. */
    private static Action self(Predicate<Seat> allowed, Consumer<CaseId> act) {
        return new Action(Stage.GATHERING, allowed, false, (task, caseId) -> act.accept(caseId));
    }

    private CaseTask found(TaskId task) {
        return inbox.find(task).orElseThrow(() -> new TaskUnavailable(task));
    }

    private AccountId actor(Role role) {
        return actors.computeIfAbsent(role, missing -> accounts.create(
                        staff -> staff.affiliation(Affiliation.STAFF).unit(UNIT).roles(missing))
                .id());
    }

    /** A case of that kind that waits there; made when it is first asked for. */
    private CaseId caseAt(Whose whose, Stage stage) {
        return cases.computeIfAbsent(whose, kind -> new EnumMap<>(Stage.class))
                .computeIfAbsent(stage, wanted -> leadTo(wanted, subject(whose)));
    }

    private AccountId subject(Whose whose) {
        AccountId subject = accounts.create(person -> {
                    person.affiliation(Affiliation.STAFF).unit(UNIT);
                    switch (whose) {
                        case OWN -> person.roles(Role.values());
                        case HIGHER -> person.rank(Rank.PRIVILEGED);
                        case OTHER -> {
                            // nobody in particular
                        }
                    }
                })
                .id();
        apps.enroll(subject);
        enforcement.begin(subject);
        return subject;
    }

    private CaseId leadTo(Stage stage, AccountId subject) {
        CaseId caseId = people.opens(subject, new HereBrowser());
        if (stage == Stage.GATHERING) {
            return caseId;
        }
        people.givesPhoto(subject, caseId);
        people.passesOn(subject, caseId);
        if (stage == Stage.DECIDING) {
            AccountId agent = privileged();
            people.acceptsAll(agent, caseId);
            people.staff(agent, Role.HELPDESK, () -> {
                inbox.release(people.only(caseId));
                return true;
            });
            return caseId;
        }
        AccountId first = privileged();
        if (directory.get(subject).rank() == Rank.PRIVILEGED) {
            evidence.add(caseId, subject, EvidenceKind.IDENTITY_IN_PERSON, Optional.of(privileged()), "seen");
        }
        people.acceptsAll(first, caseId);
        people.decides(first, caseId, Verdict.APPROVE, "Looked at it");
        if (stage != Stage.CONFIRMING) {
            people.confirms(privileged(), caseId, true, "Looked at it again");
        }
        if (stage == Stage.OPEN) {
            play.fireTimer(caseId, "event_waitOver");
        }
        return caseId;
    }

    private AccountId privileged() {
        return accounts.create(staff -> staff.affiliation(Affiliation.STAFF)
                        .rank(Rank.PRIVILEGED)
                        .roles(Role.HELPDESK))
                .id();
    }

    @Test
    void no_action_is_missing() {
        Set<String> there = FACADES.stream()
                .flatMap(facade -> Arrays.stream(facade.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())
                                && !method.isSynthetic()))
                .map(AuthorisationMatrixTest::name)
                .collect(Collectors.toSet());
        assertThat(actions().keySet()).isEqualTo(there);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    @TestFactory
    Stream<DynamicTest> every_role_every_action_every_account() {
        return actions().entrySet().stream()
                .flatMap(action -> Arrays.stream(Role.values()).flatMap(role -> Arrays.stream(Whose.values())
                        .map(whose -> DynamicTest.dynamicTest(
                                role + " " + action.getKey() + " " + whose,
                                () -> attempt(new Seat(role, whose), action.getValue())))));
    }

    private void attempt(Seat seat, Action action) {
        CaseId caseId = caseAt(seat.whose(), action.stage());
        AccountId subject = table.get(caseId).account();
        AccountId actor = seat.whose() == Whose.OWN ? subject : actor(seat.role());
        Set<String> before = processes.waitsAt(caseId);
        try (SignedInAs at = seat.role() == Role.HOLDER
                ? SignedInAs.halfWay(actor, caseId)
                : SignedInAs.withRoles(actor, seat.role())) {
            assertThat(at.person().account()).isEqualTo(actor);
            boolean done = seat.whose() == Whose.OWN
                    ? people.inBrowserOf(caseId, () -> tries(action, caseId))
                    : tries(action, caseId);
            assertThat(done).isEqualTo(action.allowed().test(seat));
        }
        if (!action.allowed().test(seat)) {
            assertThat(processes.waitsAt(caseId)).as("the case of the other").isEqualTo(before);
        }
    }

    private boolean tries(Action action, CaseId caseId) {
        return action.rolledBack()
                ? Boolean.TRUE.equals(transaction.execute(status -> {
                    status.setRollbackOnly();
                    return works(action, caseId);
                }))
                : works(action, caseId);
    }

    /** Whether the action went through: refusals are those that the product knows, and nothing else. */
    private boolean works(Action action, CaseId caseId) {
        TaskId task = jdbc.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " where e.business_key_ = :case and t.task_def_key_ = :element")
                .param("case", caseId.toString())
                .param("element", action.stage().element)
                .query(String.class)
                .optional()
                .map(TaskId::new)
                .orElseThrow();
        Throwable refused = catchThrowable(() -> {
            if (action.stage().forStaff) {
                inbox.claim(task);
            }
            action.act().on(task, caseId);
        });
        if (refused != null) {
            assertThat(refused).isInstanceOfAny(TaskUnavailable.class, AccessDeniedException.class, Nothing.class);
        }
        return refused == null;
    }

    /** The action reached nothing of the case. */
    private static final class Nothing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void demand(boolean reached) {
        if (!reached) {
            throw new Nothing();
        }
    }
}
