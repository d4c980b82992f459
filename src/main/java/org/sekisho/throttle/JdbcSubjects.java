package org.sekisho.throttle;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a table that counts something for each subject: a row is there before it is locked. */
final class JdbcSubjects {

    private final JdbcClient jdbc;
    private final String find;
    private final String insert;

    /**
     * The subjects of one table.
     *
     * @param counter the column that counts; zero in a new row
     */
    JdbcSubjects(JdbcClient jdbc, String table, String counter) {
        this.jdbc = jdbc;
        this.find = "select subject from " + table + " where subject = ?";
        this.insert = "insert into " + table + " (subject, " + counter + ") values (?, 0)";
    }

    /** Must be called outside any transaction: on some databases a row that is there already spoils the open one. */
    void insertWhereAbsent(String subject) {
        boolean absent =
                jdbc.sql(find).param(subject).query(String.class).optional().isEmpty();
        if (absent) {
            try {
                jdbc.sql(insert).param(subject).update();
            } catch (DuplicateKeyException another) {
                // a parallel call was first: the row is there, which is all that is wanted
                return;
            }
        }
    }
}
