package org.sekisho.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.shared.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What holds for every text of the product, and for the places that show texts. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path FIXTURES = Path.of("src/test/resources/wording");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]+");
    private static final Pattern SPOKEN_KEY = Pattern.compile(
            "(?:getTranslation|messages\\s*\\.text)\\(\\s*(?:[^\",()]+(?:\\(\\))?,\\s*)?\"([^\"]+)\"\\s*[,)]");

    /** A sentence or a word in quotes, given to something that shows it. */
    private static final Pattern LITERAL_TEXT = Pattern.compile(
            "(?:\\b(?:setText|setLabel|setTitle|setHelperText|setErrorMessage|setPlaceholder|setAriaLabel|setTooltipText"
                    + "|setHeaderTitle)|new\\s+(?:Button|NativeButton|H[1-6]|Span|Paragraph|Text|Checkbox|TextField"
                    + "|EmailField|PasswordField|Select|RadioButtonGroup<[^>]*>|RadioButtonGroup|Card|TaskPage"
                    + "|RouterLink|ListItem|Details|Notification))\\(\\s*\"[^\"]*\\p{L}[^\"]*\"");

    private static final Pattern LITERAL_LINK_TEXT =
            Pattern.compile("new\\s+Anchor\\(\\s*\"[^\"]*\",\\s*\"[^\"]*\\p{L}");

    private final BundledMessages messages = new BundledMessages();

    @Test
    void both_languages_have_every_text() {
        assertThat(faults(messages)).isEmpty();
    }

    @Test
    void every_fault_of_a_bundle_is_found() {
        BundledMessages bad =
                new BundledMessages("classpath:wording/bad_%s.properties", new PathMatchingResourcePatternResolver());

        assertThat(faults(bad))
                .containsExactlyInAnyOrder(
                        "bad.only-english is missing in ja",
                        "bad.only-japanese is missing in en",
                        "bad.places has [{0, {1] in en and [{0] in ja",
                        "bad.apostrophe has an ASCII apostrophe in en",
                        "bad.empty is empty in ja");
    }

    @Test
    void a_key_belongs_to_the_bundle_of_its_module() throws IOException {
        List<String> strays = new ArrayList<>();
        for (Resource bundle :
                new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*_en.properties")) {
            String module = String.valueOf(bundle.getFilename()).replace("_en.properties", "");
            bundle.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("[a-z].*?=.*") && !line.startsWith(module + "."))
                    .forEach(strays::add);
        }

        assertThat(strays).isEmpty();
    }

    @Test
    void every_key_that_code_speaks_of_exists() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (Path source : sources(SOURCES)) {
            Matcher spoken = SPOKEN_KEY.matcher(Files.readString(source));
            while (spoken.find()) {
                if (!messages.knows(spoken.group(1))) {
                    unknown.add(source.getFileName() + ": " + spoken.group(1));
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    @Test
    void screens_have_no_text_of_their_own() throws IOException {
        List<String> literals = new ArrayList<>();
        for (Path source : sources(SOURCES)) {
            String path = source.toString();
            if (path.contains("/ui/") || path.contains("/workbench/")) {
                literals.addAll(literals(source));
            }
        }

        assertThat(literals).isEmpty();
    }

    @Test
    void a_literal_text_on_a_screen_is_found() throws IOException {
        assertThat(literals(FIXTURES.resolve("TalkativeView.java.txt"))).hasSize(4);
    }

    @Test
    void a_text_takes_its_arguments() {
        assertThat(messages.text(Language.EN, "workbench.time.hours", 2, 10)).isEqualTo("2 h 10 min");
        assertThat(messages.text(Language.JA, "workbench.time.hours", 2, 10)).isEqualTo("2時間10分");
    }

    @Test
    void an_unknown_key_is_refused() {
        assertThatThrownBy(() -> messages.text(Language.EN, "workbench.no-such-text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("workbench.no-such-text");
    }

    @Test
    void two_bundles_with_the_same_key_are_refused() {
        assertThatThrownBy(() -> new BundledMessages(
                        "classpath:wording/twice*_%s.properties", new PathMatchingResourcePatternResolver()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twice.key");
    }

    private static List<String> faults(BundledMessages messages) {
        List<String> faults = new ArrayList<>();
        for (String key : messages.keys()) {
            for (Language language : Language.values()) {
                if (!has(messages, language, key)) {
                    faults.add(key + " is missing in " + language.tag());
                } else if (messages.pattern(language, key).isBlank()) {
                    faults.add(key + " is empty in " + language.tag());
                } else if (messages.pattern(language, key).contains("'")) {
                    faults.add(key + " has an ASCII apostrophe in " + language.tag());
                }
            }
            if (messages.knows(key)) {
                Set<String> english = places(messages.pattern(Language.EN, key));
                Set<String> japanese = places(messages.pattern(Language.JA, key));
                if (!english.equals(japanese)) {
                    faults.add(key + " has " + english + " in en and " + japanese + " in ja");
                }
            }
        }
        return faults;
    }

    private static boolean has(BundledMessages messages, Language language, String key) {
        try {
            messages.pattern(language, key);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(pattern);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static List<String> literals(Path source) throws IOException {
        String code = Files.readString(source);
        return Stream.of(LITERAL_TEXT, LITERAL_LINK_TEXT)
                .flatMap(pattern -> pattern.matcher(code).results())
                .map(found -> found.group())
                .map(found -> source.getFileName() + ": " + found)
                .toList();
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
