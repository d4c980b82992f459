package org.sekisho.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * A few beans of the product on a database of one's own, without the engine and the screens: for what must be shown on H2 and
 * on PostgreSQL alike. The vault and the throttle are the real ones; the pool is the product's, 20 connections.
 */
public final class DatabaseBeans implements AutoCloseable {

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;

    public DatabaseBeans(DataSource database, Class<?>... components) {
        pool = new HikariDataSource();
        pool.setDataSource(database);
        pool.setMaximumPoolSize(20);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment().setActiveProfiles("test");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "sekisho.vault.keyset-file",
                                "classpath:keyset.json",
                                "sekisho.numbering.countries",
                                "JP,US")));
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(pool));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(pool));
        context.registerBean(MutableClock.class, () -> new MutableClock());
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.register(Settings.class);
        context.scan("org.sekisho.throttle", "org.sekisho.vault");
        List.of(components).forEach(context::register);
        context.refresh();
    }

    /** An empty database in memory. */
    public static DataSource h2(String name) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0");
        return h2;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ConfigurationPropertiesScan("org.sekisho.vault")
    static class Settings {}
}
