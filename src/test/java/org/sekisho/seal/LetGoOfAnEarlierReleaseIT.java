package org.sekisho.seal;

import javax.sql.DataSource;
import org.sekisho.testing.Postgres;

/** The same on PostgreSQL. */
class LetGoOfAnEarlierReleaseIT extends LetGoOfAnEarlierReleaseTest {

    @Override
    DataSource database() {
        return Postgres.database("let_go");
    }
}
