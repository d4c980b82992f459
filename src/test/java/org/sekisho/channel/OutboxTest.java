package org.sekisho.channel;

import javax.sql.DataSource;
import org.sekisho.testing.DatabaseBeans;

class OutboxTest extends OutboxContract {

    @Override
    DataSource database() {
        return DatabaseBeans.h2("outbox");
    }
}
