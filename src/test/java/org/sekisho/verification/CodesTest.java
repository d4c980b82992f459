package org.sekisho.verification;

import javax.sql.DataSource;
import org.sekisho.testing.DatabaseBeans;

class CodesTest extends CodesContract {

    @Override
    DataSource database() {
        return DatabaseBeans.h2("codes");
    }
}
