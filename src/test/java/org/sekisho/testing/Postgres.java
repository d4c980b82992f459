package org.sekisho.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL for the tests of one run: started when it is first needed, stopped with the run. */
public final class Postgres {

    private Postgres() {}

    /**
     * An empty database.
     *
     * @param database a name of lower-case letters, used once in a run
     */
    public static DataSource database(String database) {
        JdbcClient.create(Server.RUNNING.getPostgresDatabase())
                .sql("create database " + database)
                .update();
        return Server.RUNNING.getDatabase("postgres", database);
    }

    /**
     * The address of an empty database.
     *
     * @param database a name of lower-case letters, used once in a run
     */
    public static String address(String database) {
        database(database);
        return Server.RUNNING.getJdbcUrl("postgres", database);
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
