package org.sekisho.throttle;

import javax.sql.DataSource;
import org.sekisho.testing.Postgres;

class ThrottleIT extends ThrottleContract {

    @Override
    DataSource database() {
        return Postgres.database("throttle");
    }
}
