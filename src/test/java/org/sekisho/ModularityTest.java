package org.sekisho;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.sekisho.lawbreaking.modules.Broken;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;

/** Modules depend on one another only as their package-info allows, and never in a circle. */
class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(SekishoApplication.class);

    @Test
    void modules_depend_only_on_what_they_declare() {
        MODULES.verify();
    }

    @Test
    void a_dependency_that_is_not_declared_is_found() {
        assertThatThrownBy(() -> ApplicationModules.of(Broken.class, new ImportOption.OnlyIncludeTests())
                        .verify())
                .isInstanceOf(Violations.class);
    }

    @Test
    void the_module_map_can_be_drawn() {
        new Documenter(MODULES).writeModulesAsPlantUml();
    }
}
