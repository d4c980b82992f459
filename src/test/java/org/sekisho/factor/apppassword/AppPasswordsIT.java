package org.sekisho.factor.apppassword;

import javax.sql.DataSource;
import org.sekisho.testing.Postgres;

class AppPasswordsIT extends AppPasswordsContract {

    @Override
    DataSource database() {
        return Postgres.database("apppassword");
    }
}
