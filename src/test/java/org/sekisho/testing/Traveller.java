package org.sekisho.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.approval.Approvals;
import org.sekisho.channel.JdbcOutgoing;
import org.sekisho.contact.ContactSetup;
import org.sekisho.directory.Account;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Affiliation;
import org.sekisho.directory.Role;
import org.sekisho.engine.ProcessPlay;
import org.sekisho.enrollment.Enrollments;
import org.sekisho.enrollment.TrialHelp;
import org.sekisho.factor.Factor;
import org.sekisho.factor.FactorId;
import org.sekisho.factor.Factors;
import org.sekisho.factor.MethodOffer;
import org.sekisho.factor.MethodOffer.Addition;
import org.sekisho.factor.apppassword.AppPasswordSetup;
import org.sekisho.factor.apppassword.ShownPassword;
import org.sekisho.factor.messagecode.Delivery;
import org.sekisho.factor.messagecode.GivenPhone;
import org.sekisho.factor.messagecode.PhoneSetup;
import org.sekisho.factor.messagecode.Slot;
import org.sekisho.factor.passkey.PasskeySetup;
import org.sekisho.factor.passkey.Registered;
import org.sekisho.factor.passkey.TestDevice;
import org.sekisho.factor.recoverycodes.CodeSet;
import org.sekisho.factor.recoverycodes.RecoveryCodesSetup;
import org.sekisho.factor.totp.AppDevice;
import org.sekisho.factor.totp.Pairing;
import org.sekisho.factor.totp.TestApps;
import org.sekisho.factor.totp.TotpSetup;
import org.sekisho.methodchange.Change;
import org.sekisho.methodchange.MethodChanges;
import org.sekisho.process.Actor;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseTask;
import org.sekisho.process.Processes;
import org.sekisho.process.TaskId;
import org.sekisho.process.TaskInbox;
import org.sekisho.process.Variable;
import org.sekisho.process.Variables;
import org.sekisho.security.Landing;
import org.sekisho.security.Person;
import org.sekisho.security.SignInAttempt;
import org.sekisho.security.SignInGate;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Secret;
import org.sekisho.termination.Terminations;
import org.sekisho.verification.Verification;
import org.springframework.beans.factory.BeanFactory;

/**
 * A person on the way to MFA, who does everything by what the screens call, with real codes, and is helped on where others
 * must act. Knows what to do at each point where a case waits:
 *
 * <pre>{@code
 * Traveller guest = Traveller.of(product, account);
 * CaseId caseId = guest.applies();
 * guest.goesOnTo("userTask_startTrial").goesOnToTheEnd();
 * }</pre>
 */
public final class Traveller {

    private static final Pattern MAILED_CODE = Pattern.compile("(?m)^ +([0-9]{6})$");

    /** More steps than any way through the product has. */
    private static final int TOO_MANY_STEPS = 60;

    private final BeanFactory product;
    private final AccountId account;
    private final String address;
    private static final Pattern SENT_CODE = Pattern.compile("[0-9]{6}");

    private final Set<String> detours;
    private final List<String> secrets = new ArrayList<>();
    private Person session;
    private Optional<CaseId> caseId = Optional.empty();

    private Traveller(BeanFactory product, AccountId account, Set<String> detours) {
        this.product = product;
        this.account = account;
        this.detours = detours;
        this.address = "traveller-" + account + "@example.net";
        this.session = newSession();
    }

    public static Traveller of(BeanFactory product, AccountId account) {
        return new Traveller(product, account, Set.of());
    }

    /**
     * Somebody whose way leads past places that most never see.
     *
     * @param detours BPMN ids of the wait states that the person must come to, such as {@code userTask_helpWithTrial}
     */
    public static Traveller withDetours(BeanFactory product, AccountId account, Set<String> detours) {
        return new Traveller(product, account, Set.copyOf(detours));
    }

    /** The person comes back to a case that was begun before, in a session of their own. */
    public Traveller resumes(CaseId begun) {
        caseId = Optional.of(begun);
        return this;
    }

    public AccountId account() {
        return account;
    }

    /** The e-mail address that the person gives as a contact. */
    public String address() {
        return address;
    }

    /** Every code and key that the person has typed or been shown so far; the bytes of a key as ISO 8859-1. */
    public List<String> secrets() {
        return List.copyOf(secrets);
    }

    public CaseId caseId() {
        return caseId.orElseThrow(() -> new AssertionError("the person has not applied"));
    }

    /** The session that the person acts in. */
    public Person session() {
        return session;
    }

    public CaseId applies() {
        signsIn();
        acting(() -> bean(Enrollments.class).applied(Optional.empty()));
        CaseId opened = acting(() ->
                        bean(Enrollments.class).open().orElseThrow(() -> new AssertionError("no case was opened")))
                .caseId();
        caseId = Optional.of(opened);
        return opened;
    }

    /** Goes on until the case waits there. */
    public Traveller goesOnTo(String element) {
        return goesOnUntil(places -> places.contains(element));
    }

    /** Goes on until the case has ended. */
    public Traveller goesOnToTheEnd() {
        return goesOnUntil(Set::isEmpty);
    }

    /** Signs in with the password and, where the product asks for it, with a right code. */
    public Traveller signsIn() {
        opensSignIn().ifPresent(this::proves);
        return lands();
    }

    /** Signs in with the password alone: the case in which a code is asked for, where it is. */
    public Optional<CaseId> opensSignIn() {
        session = newSession();
        return acting(() -> product.getBeanProvider(SignInGate.class)
                .orderedStream()
                .map(gate -> gate.open(new SignInAttempt(account, session.session())))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** Enters the code of the app in a case that asks for it. */
    public void proves(CaseId verification) {
        Secret<String> code = bean(TestApps.class).nextCode(method());
        secrets.add(code.reveal());
        acting(() -> bean(Verification.class).prove(onlyTask(verification), code));
    }

    /** Enters a code that the app does not show. */
    public void failsToProve(CaseId verification) {
        Secret<String> code = bean(TestApps.class).wrongCode(method());
        secrets.add(code.reveal());
        acting(() -> bean(Verification.class).prove(onlyTask(verification), code));
    }

    /** What happens after every sign-in. */
    public Traveller lands() {
        acting(() -> product.getBeanProvider(Landing.class)
                .orderedStream()
                .map(landing -> landing.after(session))
                .flatMap(Optional::stream)
                .findFirst());
        return this;
    }

    /** Somebody with a method proves it anew, adds an authenticator app and gives it a name. */
    public CaseId addsMethodCalled(String name) {
        CaseId change = beginsToAdd("totp");
        acting(() -> {
            bean(TotpSetup.class).chosen(onlyTask(change), AppDevice.ANOTHER_DEVICE);
            registers(onlyTask(change));
            bean(MethodChanges.class).named(onlyTask(change), name);
            return true;
        });
        return change;
    }

    /** Somebody with a method proves it anew, and adds a passkey under a name. */
    public CaseId addsPasskeyCalled(String name) {
        CaseId change = beginsToAdd("passkey");
        acting(() -> registersPasskey(onlyTask(change), name));
        return change;
    }

    private Registered registersPasskey(TaskId task, String name) {
        PasskeySetup setup = bean(PasskeySetup.class);
        Secret<String> answer = new TestDevice().creates(setup.toCreate(task));
        secrets.add(answer.reveal());
        return setup.register(task, name, answer);
    }

    /** Somebody with a method proves it anew, and adds a phone that is sent a text message. */
    public CaseId addsPhoneCalled(String name, String number) {
        CaseId change = beginsToAdd("messagecode");
        secrets.add(number);
        secrets.add(number.substring(1));
        acting(() -> {
            PhoneSetup setup = bean(PhoneSetup.class);
            setup.give(
                    onlyTask(change),
                    new GivenPhone(Slot.PHONE, setup.countries().get(0), number, "", Delivery.TEXT));
            Matcher code = SENT_CODE.matcher(bean(JdbcOutgoing.class).of(change).stream()
                    .filter(message -> message.channel().equals("sms"))
                    .findFirst()
                    .orElseThrow()
                    .body());
            if (!code.find()) {
                throw new AssertionError("the text message has no code");
            }
            secrets.add(code.group());
            setup.prove(onlyTask(change), Secret.of(code.group()));
            bean(MethodChanges.class).named(onlyTask(change), name);
            return true;
        });
        return change;
    }

    /** Somebody with a method proves it anew, and saves recovery codes under a name. */
    public CaseId savesRecoveryCodesCalled(String name) {
        CaseId change = beginsToAdd("recoverycodes");
        acting(() -> {
            RecoveryCodesSetup setup = bean(RecoveryCodesSetup.class);
            TaskId task = onlyTask(change);
            CodeSet set = setup.issue(inbox().find(task).orElseThrow());
            set.codes().forEach(code -> secrets.add(code.reveal()));
            setup.saved(task, set);
            bean(MethodChanges.class).named(onlyTask(change), name);
            return true;
        });
        return change;
    }

    /** Somebody with a method proves it anew, and saves an app password under a name. */
    public CaseId savesAppPasswordCalled(String name) {
        CaseId change = beginsToAdd("apppassword");
        acting(() -> {
            AppPasswordSetup setup = bean(AppPasswordSetup.class);
            setup.named(onlyTask(change), name);
            TaskId task = onlyTask(change);
            ShownPassword shown = setup.issue(task);
            secrets.add(shown.password().reveal());
            secrets.add(shown.password().reveal().replace("-", ""));
            return setup.saved(task, shown);
        });
        return change;
    }

    /** Somebody with MFA on proves a method anew and asks, with a reason, to do without MFA. */
    public CaseId asksToEndMfa(String reason) {
        Terminations terminations = bean(Terminations.class);
        return acting(() -> {
            if (terminations.needsProof()) {
                Secret<String> code = bean(TestApps.class).nextCode(method());
                secrets.add(code.reveal());
                bean(Verification.class).prove(terminations.prove(), code);
            }
            terminations.requested(reason);
            return terminations.open().orElseThrow().caseId();
        });
    }

    private CaseId beginsToAdd(String kind) {
        MethodChanges changes = bean(MethodChanges.class);
        acting(() -> changes.requested(Change.ADD, Optional.empty()));
        CaseId change = acting(() -> changes.open().orElseThrow().caseId());
        acting(() -> {
            if (changes.needsProof()) {
                Secret<String> code = bean(TestApps.class).nextCode(method());
                secrets.add(code.reveal());
                bean(Verification.class).prove(changes.prove(onlyTask(change)), code);
            }
            bean(MethodOffer.class).chosen(onlyTask(change), kind);
            return true;
        });
        return change;
    }

    private Traveller goesOnUntil(Predicate<Set<String>> reached) {
        for (int step = 0; step < TOO_MANY_STEPS; step++) {
            Set<String> places = bean(Processes.class).waitsAt(caseId());
            if (reached.test(places)) {
                return this;
            }
            if (places.size() != 1) {
                throw new AssertionError("the case waits at " + places);
            }
            goesOnFrom(places.iterator().next());
        }
        throw new AssertionError(
                "the case never got there; it waits at " + bean(Processes.class).waitsAt(caseId()));
    }

    private void goesOnFrom(String place) {
        switch (place) {
            case "userTask_decideApplication" -> {
                if (detours.contains("userTask_decideOverdueApplication")) {
                    play().fireTimer(caseId(), "event_approvalOverdue");
                } else {
                    decides(approver(), Role.APPROVER);
                }
            }
            case "userTask_decideOverdueApplication" -> decides(colleague(Role.LEAD), Role.LEAD);
            case "event_personSignedIn" -> signsIn();
            case "userTask_readMoreInformation" -> {
                if (detours.contains("userTask_chooseAnotherMethod")) {
                    asksForAnotherMethod();
                } else {
                    atTask(bean(Enrollments.class)::next);
                }
            }
            case "userTask_confirmPresence" ->
                staff(approver(), Role.APPROVER, task -> inbox().complete(task, Variables.none()));
            case "userTask_chooseDevice" ->
                atTask(task -> {
                    if (detours.contains("userTask_chooseMethod") && !has("userTask_chooseMethod")) {
                        bean(TotpSetup.class).anotherWanted(task);
                    } else {
                        bean(TotpSetup.class).chosen(task, AppDevice.ANOTHER_DEVICE);
                    }
                });
            case "userTask_chooseMethod" ->
                atTask(task -> bean(MethodOffer.class).chosen(task, "totp"));
            case "userTask_registerApp" -> atTask(this::registers);
            case "userTask_enterAddress" ->
                atTask(task -> {
                    provesAnew(task);
                    bean(ContactSetup.class).give(task, address, false);
                });
            case "userTask_enterContactCode" ->
                atTask(task -> {
                    provesAnew(task);
                    Secret<String> code = mailedCode();
                    secrets.add(code.reveal());
                    bean(ContactSetup.class).enter(task, code);
                });
            case "userTask_chooseAnotherMethod" ->
                atTask(task -> {
                    MethodOffer offer = bean(MethodOffer.class);
                    if (offer.wanted(inbox().find(task).orElseThrow()) == Addition.RESERVE) {
                        offer.back(task);
                    } else {
                        provesAgain(task);
                        offer.chosen(task, "passkey");
                    }
                });
            case "userTask_registerPasskey" ->
                atTask(task -> {
                    provesAgain(task);
                    registersPasskey(task, "Passkey");
                });
            case "userTask_startTrial" -> atTask(bean(Enrollments.class)::trialStarted);
            case "gateway_trialResult" -> tries();
            case "userTask_helpWithTrial" ->
                staff(colleague(Role.HELPDESK), Role.HELPDESK, task -> bean(Enrollments.class)
                        .helped(task, TrialHelp.RETRY));
            case "event_propagated" -> play().fireTimer(caseId(), "event_propagated");
            case "serviceTask_activateMfa" -> play().runJobs(caseId());
            case "userTask_seeResult" -> atTask(bean(Enrollments.class)::resultSeen);
            default -> throw new AssertionError("nobody knows what to do at " + place);
        }
    }

    private void registers(TaskId task) {
        TotpSetup setup = bean(TotpSetup.class);
        Pairing pairing = setup.pairing(inbox().find(task).orElseThrow());
        secrets.add(pairing.key().reveal());
        secrets.add(pairing.groupedKey().reveal());
        secrets.add(pairing.uri().reveal());
        FactorId factor = new FactorId(inbox().variables(task).get(Variable.id("factorId")));
        secrets.add(new String(bean(TestApps.class).key(factor).reveal(), StandardCharsets.ISO_8859_1));
        Secret<String> code = bean(TestApps.class).nextCode(factor);
        secrets.add(code.reveal());
        setup.prove(task, code);
    }

    /** A person who has come back in another session proves the method before the contact can be changed. */
    private void provesAnew(TaskId task) {
        ContactSetup contact = bean(ContactSetup.class);
        if (contact.needsProof(task)) {
            Secret<String> code = bean(TestApps.class).nextCode(method());
            secrets.add(code.reveal());
            bean(Verification.class).prove(contact.prove(task), code);
        }
    }

    /** Goes on as if the policy of the case had asked for more than one method when it was opened. */
    private void asksForAnotherMethod() {
        play().completeAs(
                        Actor.person(account.value(), Set.of()),
                        caseId(),
                        "userTask_readMoreInformation",
                        Variables.of(Variable.text("answer"), "next")
                                .and(Variable.text("secondMethod"), "required")
                                .and(Variable.text("recoveryCodes"), "offered"));
    }

    /** A person who has come back in another session proves the method before a further one is chosen or set up. */
    private void provesAgain(TaskId task) {
        Enrollments enrollments = bean(Enrollments.class);
        if (enrollments.needsProof(inbox().find(task).orElseThrow())) {
            Secret<String> code = bean(TestApps.class).nextCode(method());
            secrets.add(code.reveal());
            bean(Verification.class).prove(enrollments.prove(task), code);
        }
    }

    private void tries() {
        CaseId trial = opensSignIn().orElseThrow(() -> new AssertionError("the sign-in asks for no code"));
        if (detours.contains("userTask_helpWithTrial") && !has("userTask_helpWithTrial")) {
            acting(() -> bean(Verification.class).noneUsable(onlyTask(trial)));
        } else {
            proves(trial);
        }
        lands();
    }

    /** Whether the case has been at a place, or is there. */
    private boolean has(String place) {
        return play().passed(caseId()).contains(place);
    }

    private void decides(AccountId decider, Role role) {
        staff(decider, role, bean(Approvals.class)::approved);
    }

    /** The approver of the person's unit. */
    private AccountId approver() {
        Account person = bean(Accounts.class).get(account);
        return bean(Accounts.class).approversOf(person.unit()).stream()
                .findFirst()
                .map(Account::id)
                .orElseThrow(() -> new AssertionError("the unit of the person has no approver"));
    }

    private AccountId colleague(Role role) {
        return bean(TestAccounts.class)
                .create(staff -> staff.affiliation(Affiliation.STAFF).roles(role))
                .id();
    }

    private void staff(AccountId member, Role role, TaskWork work) {
        try (SignedInAs ignored = SignedInAs.withRoles(member, role)) {
            work.on(onlyTask(caseId()));
        }
    }

    private void atTask(TaskWork work) {
        acting(() -> {
            work.on(onlyTask(caseId()));
            return true;
        });
    }

    private <T> T acting(Supplier<T> work) {
        try (SignedInAs ignored = SignedInAs.again(session)) {
            return work.get();
        }
    }

    private TaskId onlyTask(CaseId of) {
        List<CaseTask> tasks = inbox().ofCase(of);
        if (tasks.size() != 1) {
            throw new AssertionError("the person sees " + tasks.size() + " tasks of a case that waits at "
                    + bean(Processes.class).waitsAt(of));
        }
        return tasks.get(0).id();
    }

    private FactorId method() {
        return bean(Factors.class).active(account).stream()
                .findFirst()
                .map(Factor::id)
                .orElseThrow(() -> new AssertionError("the person has no method"));
    }

    /** The newest code that the case has mailed. */
    private Secret<String> mailedCode() {
        List<String> codes = bean(JdbcOutgoing.class).of(caseId()).stream()
                .map(mail -> MAILED_CODE.matcher(mail.body()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
        return Secret.of(codes.get(codes.size() - 1));
    }

    private Person newSession() {
        try (SignedInAs fresh = SignedInAs.holder(account)) {
            return fresh.person();
        }
    }

    private ProcessPlay play() {
        return bean(ProcessPlay.class);
    }

    private TaskInbox inbox() {
        return bean(TaskInbox.class);
    }

    private <T> T bean(Class<T> type) {
        return product.getBean(type);
    }

    @FunctionalInterface
    private interface TaskWork {

        void on(TaskId task);
    }
}
