package org.sekisho.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a test that imports it a {@link JdbcRecorder}; those that import nothing else share one context. */
@TestConfiguration(proxyBeanMethods = false)
public class RecordedStatements {

    @Bean
    static JdbcRecorder jdbcRecorder() {
        return new JdbcRecorder();
    }
}
