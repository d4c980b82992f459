package org.sekisho.factor.messagecode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.audit.AuditTrail;
import org.sekisho.channel.Destination;
import org.sekisho.channel.Message;
import org.sekisho.channel.Outbox;
import org.sekisho.channel.Reply;
import org.sekisho.channel.SendLimits;
import org.sekisho.channel.SimChange;
import org.sekisho.channel.Text;
import org.sekisho.directory.Accounts;
import org.sekisho.factor.Challenge;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.factor.messagecode.SendRefusal.Reason;
import org.sekisho.factor.messagecode.Sending.Answering;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Source;
import org.sekisho.shared.Language;
import org.sekisho.shared.Secret;
import org.sekisho.verification.Codes;
import org.sekisho.verification.Codes.CodeResult;
import org.sekisho.wording.Messages;
import org.springframework.stereotype.Component;

/** Sends codes to telephones and compares what comes back, for set-up and for every proof after it. */
@Component
class PhoneCodes {

    /** Marks what came in by a call: what is typed into a page can never pass for it. */
    private static final String BY_PHONE = "☎";

    private static final String POUND = "#";

    /** Out-of-band secrets live ten minutes at most (NIST SP 800-63B-4 §3.1.3.2). */
    private static final Duration CALL_VALID_FOR = Duration.ofMinutes(10);

    private static final int LEAST_KEYED = 10;
    private static final int MOST_KEYED = 99;

    private final JdbcPhones phones;
    private final JdbcSendings sendings;
    private final Codes codes;
    private final Outbox outbox;
    private final SendLimits limits;
    private final SimChange simChange;
    private final Accounts accounts;
    private final Messages messages;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final SecureRandom random;
    private final Clock clock;
    private final MessageCodeProperties policy;

    PhoneCodes(
            JdbcPhones phones,
            JdbcSendings sendings,
            Codes codes,
            Outbox outbox,
            SendLimits limits,
            SimChange simChange,
            Accounts accounts,
            Messages messages,
            CurrentUser user,
            AuditTrail trail,
            SecureRandom random,
            Clock clock,
            MessageCodeProperties policy) {
        this.phones = phones;
        this.sendings = sendings;
        this.codes = codes;
        this.outbox = outbox;
        this.limits = limits;
        this.simChange = simChange;
        this.accounts = accounts;
        this.messages = messages;
        this.user = user;
        this.trail = trail;
        this.random = random;
        this.clock = clock;
        this.policy = policy;
    }

    /** Counts the next message of a challenge to a phone, outside any transaction; empty where it may go out. */
    Optional<SendRefusal> admit(Challenge challenge, Phone phone) {
        Sending sending = sendings.of(challenge);
        Optional<SendRefusal> refusal = refusal(sending, phone);
        refusal.ifPresentOrElse(
                reason -> {
                    sendings.refuse(sending, reason);
                    record(challenge, "factor.message-refused", reason.reason().name());
                },
                () -> sendings.admit(sending));
        return refusal;
    }

    private Optional<SendRefusal> refusal(Sending sending, Phone phone) {
        Instant now = clock.instant();
        Optional<Instant> from = sending.sentAt().map(at -> at.plus(policy.resendWait()));
        if (from.filter(now::isBefore).isPresent()) {
            return Optional.of(new SendRefusal(Reason.TOO_SOON, from));
        }
        if (sending.sends() >= policy.mostSends()) {
            return Optional.of(new SendRefusal(Reason.TOO_MANY, Optional.empty()));
        }
        if (simChange.lately(phone.number()) == SimChange.Answer.CHANGED) {
            return Optional.of(new SendRefusal(Reason.SIM_CHANGED, Optional.empty()));
        }
        SendLimits.Verdict verdict = limits.take(
                sending.challenge().account(), destination(phone), user.source().map(Source::network));
        return verdict instanceof SendLimits.Verdict.Refused refused
                ? Optional.of(new SendRefusal(
                        refused.reason() == SendLimits.Reason.COUNTRY_CLOSED ? Reason.COUNTRY_CLOSED : Reason.LIMITED,
                        refused.until()))
                : Optional.empty();
    }

    /** Puts the message that was admitted into the outbox; does nothing where none was. Joins the caller's transaction. */
    void send(Challenge challenge) {
        Sending sending = sendings.of(challenge);
        if (!sendings.begin(sending)) {
            return;
        }
        Phone phone = phones.find(challenge.factor())
                .orElseThrow(() -> new IllegalStateException("method " + challenge.factor() + " has no number"));
        Language language = accounts.get(challenge.account()).language();
        Answering mode = answering(phone);
        Instant expiresAt = clock.instant().plus(CALL_VALID_FOR);
        Secret<String> keys = null;
        Text text;
        if (mode == Answering.TYPED) {
            Codes.IssuedCode issued = codes.issue(sending.code());
            expiresAt = issued.expiresAt();
            String code = issued.code().reveal();
            text = phone.delivery() == Delivery.TEXT
                    ? Text.brief(language, words(language, "text", code))
                    : Text.spoken(language, words(language, "call.spoken", code), Reply.NOTHING);
        } else if (mode == Answering.KEYED) {
            keys = Secret.of(Integer.toString(random.nextInt(LEAST_KEYED, MOST_KEYED + 1)));
            text = Text.spoken(
                    language,
                    words(language, "call.keyed"),
                    Reply.digits(keys.reveal().length()));
        } else {
            text = Text.spoken(language, words(language, "call.pound"), Reply.POUND);
        }
        String key = "phone/" + sending.id() + "/" + (sending.sends() + 1);
        sendings.sent(sending, mode, keys, key, expiresAt);
        outbox.enqueue(new Message(
                key,
                Message.Kind.CODE,
                challenge.account(),
                Optional.of(challenge.caseId()),
                destination(phone),
                text,
                expiresAt));
        record(challenge, "factor.message-sent", mode.name());
    }

    /** What the person is told of the newest message. */
    SentPhoneCode sent(Challenge challenge) {
        Sending sending = sendings.of(challenge);
        Phone phone = phones.find(challenge.factor())
                .orElseThrow(() -> new IllegalStateException("method " + challenge.factor() + " has no number"));
        return new SentPhoneCode(
                phone.number().masked(),
                phone.delivery() == Delivery.CALL,
                sending.keys(),
                sending.mode().filter(Answering.POUND::equals).isPresent(),
                sending.messageKey().flatMap(outbox::state),
                sending.expiresAt(),
                sending.sentAt().map(at -> at.plus(policy.resendWait())).orElseGet(clock::instant),
                sending.refusal());
    }

    /** Compares what was typed, or keyed; outside any transaction. */
    Check check(Challenge challenge, Secret<String> entered) {
        Optional<Sending> found = sendings.find(challenge);
        if (found.isEmpty() || found.get().mode().isEmpty()) {
            return Check.WRONG;
        }
        Sending sending = found.get();
        return switch (sending.mode().get()) {
            case TYPED -> typed(sending, entered);
            case KEYED ->
                keyed(sending, entered, BY_PHONE + sending.keys().orElseThrow().reveal());
            case POUND -> keyed(sending, entered, BY_PHONE + POUND);
        };
    }

    private Check typed(Sending sending, Secret<String> entered) {
        CodeResult result = codes.consume(sending.code(), entered);
        if (result instanceof CodeResult.Right) {
            return Check.RIGHT;
        }
        if (result instanceof CodeResult.Used) {
            return Check.USED;
        }
        if (result instanceof CodeResult.Exhausted) {
            // the last try of this code was a wrong one and counts; the next code belongs to a challenge of its own
            sendings.spend(sending);
            return Check.WRONG;
        }
        return result instanceof CodeResult.Wrong ? Check.WRONG : Check.VOID;
    }

    private Check keyed(Sending sending, Secret<String> entered, String right) {
        if (!clock.instant().isBefore(sending.expiresAt().orElseThrow())) {
            return Check.VOID;
        }
        boolean same = MessageDigest.isEqual(
                entered.reveal().getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            return Check.WRONG;
        }
        return sendings.answered(sending) ? Check.RIGHT : Check.USED;
    }

    /** What was keyed during a call, as {@link #check} takes it. */
    static Secret<String> byPhone(Secret<String> keyed) {
        return Secret.of(BY_PHONE + keyed.reveal());
    }

    private Answering answering(Phone phone) {
        if (phone.delivery() == Delivery.TEXT) {
            return Answering.TYPED;
        }
        return switch (policy.call()) {
            case SPOKEN -> Answering.TYPED;
            case KEYED -> Answering.KEYED;
            case POUND -> Answering.POUND;
        };
    }

    private static Destination destination(Phone phone) {
        return new Destination(phone.channel(), phone.number().value());
    }

    private String words(Language language, String which, @Nullable Object... arguments) {
        return messages.text(language, "factor.messagecode.message." + which, arguments);
    }

    private void record(Challenge challenge, String action, String result) {
        trail.record(
                action,
                Optional.of(challenge.account().value()),
                Optional.of(challenge.caseId().value()),
                result.toLowerCase(Locale.ROOT).replace('_', '-'),
                Map.of("factor", challenge.factor().toString()));
    }
}
