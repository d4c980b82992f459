package org.sekisho.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.process.CaseTask;
import org.sekisho.process.FormKey;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;

/** Which form files are accepted, and what is said of the others. */
class FormReaderTest {

    /** Knows every text of the fixtures. */
    private static final Messages WORDS = new Messages() {
        @Override
        public String text(Language language, String key, Object... arguments) {
            return key.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean knows(String key) {
            return key.startsWith("fixture.") && !key.contains("unknown");
        }

        @Override
        public Set<String> behind(String beginning) {
            return Set.of();
        }
    };

    @Test
    void a_form_with_every_component_is_read() {
        FormDefinition form = FormReader.read("everything.form", Fixture.text("everything.form"), WORDS);

        assertThat(form.key()).isEqualTo(new FormKey("everything"));
        assertThat(form.title()).isEqualTo("fixture.everything.title");
        assertThat(form.parts()).hasSize(9);
        assertThat(form.outcomes()).isEmpty();
    }

    @Test
    void outcomes_become_buttons() {
        FormDefinition form = FormReader.read("two-ways.form", Fixture.text("two-ways.form"), WORDS);

        assertThat(form.outcomeVariable()).isEqualTo("choice");
        assertThat(form.outcomes()).extracting(FormDefinition.Outcome::value).containsExactly("next", "not-now");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            not-json            | 4 | not JSON
            cut-short           | 4 | not JSON
            no-id               | 1 | 'id' is missing
            other-id            | 2 | the id 'somebody-else' is not the file's name
            unknown-type        | 7 | component type 'signature' is none of text, textfield, textarea, number, datetime, select, radio, checkbox
            unknown-subtype     | 7 | subtype 'week' is none of date, time
            max-below-min       | 7 | 'max' is less than 'min'
            no-key              | 6 | 'key' is missing
            same-key            | 8 | the key 'twice' stands twice
            odd-key             | 6 | the key 'Not-Camel' is not a lowerCamel variable name
            unknown-message     | 6 | no text for the message key 'fixture.unknown.label'
            unknown-title       | 3 | no text for the title's message key 'fixture.unknown-title.title'
            unknown-rule        | 7 | rule 'requird' is none of required, minLength, maxLength, pattern
            bad-pattern         | 7 | not a pattern
            no-options          | 6 | a choice needs options
            two-primaries       | 5 | one outcome, and only one, must be 'primary'
            label-is-a-number   | 6 | 'label' must be a text
            """)
    void a_broken_form_is_refused_with_its_line(String name, int line, String what) {
        String file = name + ".form";

        assertThatThrownBy(() -> FormReader.read(file, Fixture.text("bad/" + file), WORDS))
                .isInstanceOf(BrokenForm.class)
                .hasMessageStartingWith("forms/" + file + ", line " + line + ": ")
                .hasMessageContaining(what);
    }

    @Test
    void a_screen_without_its_form_file_is_refused() {
        TaskForm screen = new TaskForm() {
            @Override
            public FormKey key() {
                return new FormKey("forgotten-file");
            }

            @Override
            public Component open(CaseTask task, TaskNavigation navigation) {
                return new Div();
            }
        };

        assertThatThrownBy(() -> new Forms(Map.of(), List.of(screen)))
                .hasMessageContaining("there is no forms/forgotten-file.form");
    }
}
