package org.sekisho.channel;

import javax.sql.DataSource;
import org.sekisho.testing.Postgres;

class SendLimitsIT extends SendLimitsContract {

    @Override
    DataSource database() {
        return Postgres.database("sendlimits");
    }
}
