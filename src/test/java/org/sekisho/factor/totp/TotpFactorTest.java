package org.sekisho.factor.totp;

import javax.sql.DataSource;
import org.sekisho.testing.DatabaseBeans;

class TotpFactorTest extends TotpFactorContract {

    @Override
    DataSource database() {
        return DatabaseBeans.h2("totp");
    }
}
