package org.sekisho.throttle;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class ThrottleTest extends ThrottleContract {

    @Override
    DataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:throttle;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0");
        return h2;
    }
}
