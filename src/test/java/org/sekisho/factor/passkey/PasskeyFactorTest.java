package org.sekisho.factor.passkey;

import javax.sql.DataSource;
import org.sekisho.testing.DatabaseBeans;

class PasskeyFactorTest extends PasskeyFactorContract {

    @Override
    DataSource database() {
        return DatabaseBeans.h2("passkey");
    }
}
