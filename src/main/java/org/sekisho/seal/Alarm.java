package org.sekisho.seal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies, and sees to it that nobody can overlook what is found. */
@Component
class Alarm {

    private static final Logger log = LoggerFactory.getLogger(Alarm.class);

    private final TrailVerification verification;
    private final AuditTrail trail;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;

    Alarm(
            TrailVerification verification,
            AuditTrail trail,
            ApplicationEventPublisher news,
            PlatformTransactionManager transactions) {
        this.verification = verification;
        this.trail = trail;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
    }

    Verdict verifyAll(Progress progress) {
        return told(verification.verifyAll(List.of(), progress));
    }

    Verdict verifyNew(Progress progress) {
        return told(verification.verifyNew(progress));
    }

    private Verdict told(Verdict verdict) {
        if (!verdict.intact()) {
            verdict.findings().forEach(finding -> log.error("The trail is not as it was sealed: {}", finding));
            transaction.executeWithoutResult(status -> {
                trail.record(
                        "audit.trail-broken",
                        Optional.empty(),
                        Optional.empty(),
                        "found",
                        Map.of("findings", Integer.toString(verdict.findings().size())));
                news.publishEvent(new TrailBroken(verdict));
            });
        }
        return verdict;
    }
}
