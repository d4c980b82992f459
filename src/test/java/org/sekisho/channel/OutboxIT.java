package org.sekisho.channel;

import javax.sql.DataSource;
import org.sekisho.testing.Postgres;

class OutboxIT extends OutboxContract {

    @Override
    DataSource database() {
        return Postgres.database("outbox");
    }
}
