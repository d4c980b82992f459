package org.sekisho.channel;

import javax.sql.DataSource;
import org.sekisho.testing.DatabaseBeans;

class SendLimitsTest extends SendLimitsContract {

    @Override
    DataSource database() {
        return DatabaseBeans.h2("send-limits");
    }
}
