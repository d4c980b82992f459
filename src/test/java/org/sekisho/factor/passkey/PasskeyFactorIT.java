package org.sekisho.factor.passkey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

class PasskeyFactorIT extends PasskeyFactorContract {

    private @Nullable EmbeddedPostgres postgres;

    @Override
    DataSource database() throws IOException {
        postgres = EmbeddedPostgres.start();
        return postgres.getPostgresDatabase();
    }

    @AfterAll
    void stopDatabase() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }
}
