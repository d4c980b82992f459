package org.sekisho.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same journey where the database is PostgreSQL: real requests, the job executor and the outbox at work. */
@DirtiesContext
class JourneyOnPostgresIT extends WholeJourneyIT {

    @DynamicPropertySource
    @SuppressWarnings("resource") // must outlive the product, which ends after this class; ends with the machine
    static void database(DynamicPropertyRegistry settings) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        settings.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        settings.add("spring.datasource.username", () -> "postgres");
    }
}
