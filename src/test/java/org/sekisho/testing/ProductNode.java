package org.sekisho.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.SekishoApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.mock.web.MockServletContext;

/**
 * The whole product on a database file, as {@link SekishoTest} has it in memory, for tests in which a node dies. It does not
 * listen, and jobs run when a test says so.
 */
public final class ProductNode {

    /** The setting that names the moment at which the clock stands when the node starts; now where it is not given. */
    public static final String CLOCK = "test.clock";

    private ProductNode() {}

    /** Starts a node on the database that lies in this directory, or is made there. */
    public static ConfigurableApplicationContext start(Path directory, String... settings) {
        return startOn(
                List.of(
                        "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("sekisho")
                                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=0;MAX_COMPACT_TIME=0"),
                settings);
    }

    /** Starts a node on a database of PostgreSQL. */
    public static ConfigurableApplicationContext start(EmbeddedPostgres postgres, String... settings) {
        return startOn(
                List.of(
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres"),
                settings);
    }

    private static ConfigurableApplicationContext startOn(List<String> database, String... settings) {
        List<String> all = new ArrayList<>(List.of("--spring.profiles.active=test", "--logging.level.root=WARN"));
        all.addAll(database);
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(SekishoApplication.class, SekishoTestConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .contextFactory(type -> withoutServer())
                .initializers(context -> context.getBeanFactory()
                        .registerSingleton("configurationsOfTests", new ConfigurationsOfTests()))
                .run(all.toArray(String[]::new));
    }

    /** The screens' beans need a place where a server would be. */
    private static ConfigurableApplicationContext withoutServer() {
        AnnotationConfigServletWebApplicationContext context = new AnnotationConfigServletWebApplicationContext();
        context.setServletContext(new MockServletContext());
        return context;
    }

    /** Keeps what single tests configure for themselves out of the product. */
    private static final class ConfigurationsOfTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ConfigurationsOfTests;
        }

        @Override
        public int hashCode() {
            return ConfigurationsOfTests.class.hashCode();
        }
    }
}
