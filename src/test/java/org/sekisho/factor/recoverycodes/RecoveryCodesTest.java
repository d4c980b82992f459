package org.sekisho.factor.recoverycodes;

import javax.sql.DataSource;
import org.sekisho.testing.DatabaseBeans;

class RecoveryCodesTest extends RecoveryCodesContract {

    @Override
    DataSource database() {
        return DatabaseBeans.h2("recovery-codes");
    }
}
