package org.sekisho.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Writes down every statement that the product and its engine send to the database. A bean of this type is all that a test
 * needs; each entry of a batch counts as a statement of its own.
 */
public final class JdbcRecorder implements BeanPostProcessor {

    private static final Pattern WRITES =
            Pattern.compile("\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private final Queue<Sent> all = new ConcurrentLinkedQueue<>();

    /**
     * A statement as it was sent.
     *
     * @param rows how many rows it wrote
     * @param thread the name of the thread that sent it
     */
    public record Sent(String sql, long rows, String thread) {

        /** The table that it writes to, in small letters; empty where it only reads. */
        public Optional<String> table() {
            Matcher write = WRITES.matcher(sql);
            return write.lookingAt() ? Optional.of(write.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
        }
    }

    /** Everything sent since the last {@link #forget}. */
    public List<Sent> sent() {
        return List.copyOf(all);
    }

    public void forget() {
        all.clear();
    }

    /** How many statements this thread sends while it does something; what was sent before is forgotten. */
    public int during(Runnable work) {
        String me = Thread.currentThread().getName();
        forget();
        work.run();
        return (int) all.stream().filter(sent -> sent.thread().equals(me)).count();
    }

    /** How many rows were written to each table. */
    public static Map<String, Long> rowsByTable(List<Sent> statements) {
        Map<String, Long> rows = new TreeMap<>();
        for (Sent each : statements) {
            if (each.rows() > 0) {
                each.table().ifPresent(table -> rows.merge(table, each.rows(), Long::sum));
            }
        }
        return rows;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Recorded(source) : bean;
    }

    private void send(String sql, long rows) {
        all.add(new Sent(sql, rows, Thread.currentThread().getName()));
    }

    private static Object invoke(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private final class Recorded extends DelegatingDataSource {

        private Recorded(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return recorded(super.getConnection());
        }

        private Connection recorded(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    JdbcRecorder.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        Object result = invoke(method, connection, arguments);
                        if (result instanceof PreparedStatement prepared) {
                            return recorded(prepared, PreparedStatement.class, String.valueOf(arguments[0]));
                        }
                        return result instanceof Statement plain ? recorded(plain, Statement.class, "") : result;
                    });
        }

        private Object recorded(Statement statement, Class<? extends Statement> type, String prepared) {
            return Proxy.newProxyInstance(
                    JdbcRecorder.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Object result = invoke(method, statement, arguments);
                        if (method.getName().startsWith("execute")) {
                            String sql = arguments == null ? prepared : String.valueOf(arguments[0]);
                            record(sql, result, statement);
                        }
                        return result;
                    });
        }

        private void record(String sql, Object result, Statement statement) throws SQLException {
            if (result instanceof int[] batch) {
                // a driver that does not tell how many rows an entry wrote has written one
                Arrays.stream(batch).forEach(rows -> send(sql, rows == Statement.SUCCESS_NO_INFO ? 1 : rows));
            } else if (result instanceof Number rows) {
                send(sql, rows.longValue());
            } else {
                // reading the count of an execute() does not use it up
                send(sql, Boolean.FALSE.equals(result) ? Math.max(0, statement.getUpdateCount()) : 0);
            }
        }
    }
}
