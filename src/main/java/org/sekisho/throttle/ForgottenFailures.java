package org.sekisho.throttle;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Drops once an hour what no longer counts, so that guesses at names that do not exist do not fill the tables. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ForgottenFailures {

    private final JdbcThrottle throttle;
    private final JdbcQuotas quotas;

    ForgottenFailures(JdbcThrottle throttle, JdbcQuotas quotas) {
        this.throttle = throttle;
        this.quotas = quotas;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void drop() {
        throttle.dropForgotten();
        quotas.dropEnded();
    }
}
