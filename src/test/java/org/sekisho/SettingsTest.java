package org.sekisho;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The table of settings for operators says what the product has, no more and no less, with the true defaults. */
class SettingsTest {

    private static final Path TABLE = Path.of("docs/operations/running.md");

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(sekisho\\.[a-z.-]+)` \\| .* \\| (?:`(.*)`|none) \\|$");

    /** Read in application.yaml alone, for the place of the built-in database. */
    private static final String DATA = "sekisho.data";

    @Test
    void every_setting_stands_in_the_table_with_its_default() throws IOException {
        assertThat(told(Files.readString(TABLE))).isEqualTo(existing());
    }

    @Test
    void a_row_with_another_default_is_found() throws IOException {
        String wrong = Files.readString(TABLE).replace("`40m`", "`41m`");
        assertThat(told(wrong)).isNotEqualTo(existing());
    }

    private static Map<String, String> told(String table) {
        return ROW.matcher(table)
                .results()
                .filter(row -> !row.group(1).equals(DATA))
                .collect(Collectors.toMap(row -> row.group(1), SettingsTest::defaultOf, (a, b) -> a, TreeMap::new));
    }

    private static String defaultOf(MatchResult row) {
        return row.group(2) == null ? "" : row.group(2);
    }

    private static Map<String, String> existing() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> settings = new TreeMap<>();
        scanner.findCandidateComponents("org.sekisho").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(
                    String.valueOf(found.getBeanClassName()), SettingsTest.class.getClassLoader());
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            for (Parameter setting : type.getDeclaredConstructors()[0].getParameters()) {
                DefaultValue given = setting.getAnnotation(DefaultValue.class);
                settings.put(
                        prefix + "." + kebab(setting.getName()), given == null ? "" : String.join(",", given.value()));
            }
        });
        return settings;
    }

    private static String kebab(String name) {
        return Arrays.stream(name.split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }
}
