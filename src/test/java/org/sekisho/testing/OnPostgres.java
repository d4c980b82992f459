package org.sekisho.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** A {@link SekishoTest} whose database is a real PostgreSQL; one context for all of these. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = OnPostgres.Database.class)
@ExtendWith(OnPostgres.TimeRunsAgain.class)
public @interface OnPostgres {

    /** Puts the context on a database of its own. */
    final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + Postgres.address("product"),
                            "spring.datasource.username=postgres")
                    .applyTo(context);
        }
    }

    /** The next test of this JVM may be a journey, whose time is the real one: the engine must not stay where this test was. */
    final class TimeRunsAgain implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext context) {
            RunningClock.takeOver();
        }
    }
}
