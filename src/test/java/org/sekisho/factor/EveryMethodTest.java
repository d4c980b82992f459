package org.sekisho.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.directory.AccountId;
import org.sekisho.factor.FactorType.Check;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Secret;
import org.sekisho.testing.SekishoTest;
import org.sekisho.wording.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** What holds for every kind of method there is. */
@SekishoTest
class EveryMethodTest {

    @Autowired
    private FactorCatalog catalog;

    @Autowired
    private Messages messages;

    @Test
    void has_a_kind_in_kebab_case_and_a_setup_process_named_after_it() {
        assertThat(catalog.types()).isNotEmpty().allSatisfy(type -> {
            assertThat(type.kind()).matches("[a-z]+(-[a-z]+)*").hasSizeLessThanOrEqualTo(40);
            String key = "factor-" + type.kind() + "-setup";
            assertThat(type.setupProcess().value()).isEqualTo(key);
            assertThat(new ClassPathResource("processes/" + key + ".bpmn").getContentAsString(StandardCharsets.UTF_8))
                    .contains("<bpmn:process id=\"" + key + "\"");
        });
    }

    @Test
    void has_a_name_and_a_hint_in_both_languages_and_where_it_signs_in_a_prompt() {
        assertThat(catalog.types()).allSatisfy(type -> {
            String texts = "factor." + type.kind() + ".";
            assertThat(messages.knows(texts + "name")).isTrue();
            assertThat(messages.knows(texts + "hint")).isTrue();
            assertThat(messages.knows(texts + "prompt")).isEqualTo(type.traits().signIn());
        });
    }

    @Test
    void finds_everything_wrong_for_a_method_that_does_not_exist() {
        assertThat(catalog.types()).allSatisfy(type -> assertThat(type.check(
                        new Challenge(FactorId.next(), new AccountId(UUID.randomUUID()), CaseId.next()),
                        Secret.of("123456")))
                .isEqualTo(Check.WRONG));
    }

    @Test
    void may_be_the_first_method_only_where_it_signs_in() {
        assertThat(catalog.types())
                .filteredOn(type -> type.traits().first())
                .isNotEmpty()
                .allMatch(type -> type.traits().signIn());
    }
}
