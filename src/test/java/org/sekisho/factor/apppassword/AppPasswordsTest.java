package org.sekisho.factor.apppassword;

import javax.sql.DataSource;
import org.sekisho.testing.DatabaseBeans;

class AppPasswordsTest extends AppPasswordsContract {

    @Override
    DataSource database() {
        return DatabaseBeans.h2("recovery-codes");
    }
}
