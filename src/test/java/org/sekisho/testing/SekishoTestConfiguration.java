package org.sekisho.testing;

import java.time.Instant;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.Passwords;
import org.sekisho.engine.ProcessPlayConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestConfiguration(proxyBeanMethods = false)
@Import(ProcessPlayConfiguration.class)
class SekishoTestConfiguration {

    @Bean
    @Primary
    MutableClock mutableClock(Environment settings) {
        Instant beginning = settings.getProperty(ProductNode.CLOCK, Instant.class);
        return beginning == null ? new MutableClock() : new MutableClock(beginning);
    }

    @Bean
    TestAccounts testAccounts(JdbcClient jdbc, Accounts accounts, Passwords passwords) {
        return new TestAccounts(jdbc, accounts, passwords);
    }
}
