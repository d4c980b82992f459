package org.sekisho.verification;

import javax.sql.DataSource;
import org.sekisho.testing.Postgres;

class CodesIT extends CodesContract {

    @Override
    DataSource database() {
        return Postgres.database("codes");
    }
}
