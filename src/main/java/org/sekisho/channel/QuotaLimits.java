package org.sekisho.channel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.numbering.Country;
import org.sekisho.numbering.Numbering;
import org.sekisho.shared.PhoneNumber;
import org.sekisho.shared.Secret;
import org.sekisho.throttle.Quota;
import org.sekisho.throttle.Quotas;
import org.sekisho.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Limits as quotas. What only some share is locked before what all share, so that one who is refused anyway keeps nobody waiting;
 * every use locks in this order.
 */
@Component
class QuotaLimits implements SendLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String COST = "send:COST:day";

    /** Enough to tell addresses apart. */
    private static final int DIGEST_BYTES = 16;

    private final Quotas quotas;
    private final Numbering numbering;
    private final Vault vault;
    private final AuditTrail trail;
    private final LimitProperties policy;

    QuotaLimits(Quotas quotas, Numbering numbering, Vault vault, AuditTrail trail, LimitProperties policy) {
        this.quotas = quotas;
        this.numbering = numbering;
        this.vault = vault;
        this.trail = trail;
        this.policy = policy;
    }

    @Override
    public Verdict take(AccountId account, Destination destination, Optional<String> source) {
        Optional<PhoneNumber> number = PhoneNumber.parse(destination.address());
        if (number.isPresent() && !numbering.isOpen(number.get())) {
            return new Verdict.Refused(Reason.COUNTRY_CLOSED, Optional.empty());
        }
        List<Quota> all = new ArrayList<>();
        all.addAll(both(Reason.NUMBER, digest(destination, number), policy.numberPerHour(), policy.numberPerDay()));
        all.addAll(both(Reason.ACCOUNT, account.toString(), policy.accountPerHour(), policy.accountPerDay()));
        source.ifPresent(
                network -> all.addAll(both(Reason.SOURCE, network, policy.sourcePerHour(), policy.sourcePerDay())));
        number.flatMap(numbering::countryOf).ifPresent(country -> {
            boolean home = isHome(country);
            all.addAll(both(
                    Reason.COUNTRY,
                    country.region(),
                    home ? policy.homePerHour() : policy.abroadPerHour(),
                    home ? policy.homePerDay() : policy.abroadPerDay()));
            all.add(new Quota(COST, DAY, policy.costPerDay(), cost(destination, home)));
        });
        Quotas.Verdict verdict = quotas.use(all);
        if (verdict instanceof Quotas.Verdict.Exceeded exceeded) {
            return new Verdict.Refused(reason(exceeded.quota()), Optional.of(exceeded.until()));
        }
        if (verdict instanceof Quotas.Verdict.Allowed allowed) {
            Optional.ofNullable(allowed.used().get(COST))
                    .ifPresent(spent -> watch(spent, all.get(all.size() - 1).amount()));
        }
        return new Verdict.Allowed();
    }

    @Override
    public Spending spending() {
        return new Spending(quotas.used(COST), policy.costPerDay());
    }

    /** Tells the trail when the day's spending becomes alarming, and when it has reached the ceiling. */
    private void watch(int spent, int amount) {
        boolean alarmed = new Spending(spent, policy.costPerDay()).isAlarming();
        boolean alarmedBefore = new Spending(spent - amount, policy.costPerDay()).isAlarming();
        boolean reached = spent + amount > policy.costPerDay();
        if (reached || alarmed && !alarmedBefore) {
            trail.record(
                    "channel.spending-" + (reached ? "stopped" : "alarmed"),
                    Optional.empty(),
                    Optional.empty(),
                    reached ? "stopped" : "alarming",
                    Map.of("spent", Integer.toString(spent), "ceiling", Integer.toString(policy.costPerDay())));
        }
    }

    private static List<Quota> both(Reason reason, String of, int perHour, int perDay) {
        String subject = "send:" + reason + ":" + of;
        return List.of(new Quota(subject + ":hour", HOUR, perHour, 1), new Quota(subject + ":day", DAY, perDay, 1));
    }

    private static Reason reason(Quota quota) {
        return Reason.valueOf(quota.subject().split(":", 3)[1]);
    }

    private boolean isHome(Country country) {
        return country.equals(numbering.countries().get(0));
    }

    private int cost(Destination destination, boolean home) {
        int one = destination.channel().equals("voice") ? policy.callCost() : policy.textCost();
        return home ? one : one * policy.abroadFactor();
    }

    /** An extension is no other number: it is the same line that rings. */
    private String digest(Destination destination, Optional<PhoneNumber> number) {
        String address = number.map(PhoneNumber::e164).orElse(destination.address());
        byte[] digest = vault.digest(Secret.of(address.getBytes(StandardCharsets.UTF_8)), "channel.limit");
        return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }
}
