package org.sekisho.factor.recoverycodes;

import javax.sql.DataSource;
import org.sekisho.testing.Postgres;

class RecoveryCodesIT extends RecoveryCodesContract {

    @Override
    DataSource database() {
        return Postgres.database("recoverycodes");
    }
}
