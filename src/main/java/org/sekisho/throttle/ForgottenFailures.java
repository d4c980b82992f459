package org.sekisho.throttle;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Drops once an hour what is forgotten anyway, so that guesses at names that do not exist do not fill the table. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ForgottenFailures {

    private final JdbcThrottle throttle;

    ForgottenFailures(JdbcThrottle throttle) {
        this.throttle = throttle;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void drop() {
        throttle.dropForgotten();
    }
}
