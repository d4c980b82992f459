package org.sekisho.journey;

import org.sekisho.testing.RunningClock;
import org.sekisho.testing.TestAccounts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
@Import(TestAccounts.class)
class JourneyConfiguration {

    @Bean
    @Primary
    RunningClock runningClock() {
        return new RunningClock();
    }
}
