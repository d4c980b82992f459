package org.sekisho.factor.totp;

import javax.sql.DataSource;
import org.sekisho.testing.Postgres;

class TotpFactorIT extends TotpFactorContract {

    @Override
    DataSource database() {
        return Postgres.database("totp");
    }
}
