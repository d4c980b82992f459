package org.sekisho.factor.passkey;

import javax.sql.DataSource;
import org.sekisho.testing.Postgres;

class PasskeyFactorIT extends PasskeyFactorContract {

    @Override
    DataSource database() {
        return Postgres.database("passkey");
    }
}
