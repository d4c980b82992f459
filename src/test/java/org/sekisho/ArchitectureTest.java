package org.sekisho;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.process.ProcessStep;
import org.springframework.beans.factory.annotation.Autowired;

/** The laws of the layout. Each is held against the product, and against a fixture that breaks it. */
class ArchitectureTest {

    private static final String LAWBREAKING = "org.sekisho.lawbreaking..";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sekisho");

    private static final JavaClasses PRODUCT_AND_TESTS =
            new ClassFileImporter().importPackages("org.sekisho").that(not(resideInAnyPackage(LAWBREAKING)));

    private static final JavaClasses LAWBREAKERS = new ClassFileImporter().importPackages("org.sekisho.lawbreaking");

    @TestFactory
    Stream<DynamicTest> each_library_has_one_door() {
        Map<String, ArchRule> doors = new LinkedHashMap<>();
        doors.put("engine", door("org.camunda..", "org.sekisho.engine.."));
        doors.put(
                "screens",
                door(
                        "com.vaadin..",
                        "..ui..",
                        "org.sekisho.workbench..",
                        "org.sekisho.security..",
                        "org.sekisho.testing..",
                        "org.sekisho.journey..",
                        "org.sekisho"));
        doors.put(
                "mail",
                door("jakarta.mail..", "org.sekisho.channel.mail..", "org.sekisho.demo..", "org.sekisho.testing.."));
        doors.put(
                "pictures of codes", door("com.google.zxing..", "org.sekisho.factor.totp..", "org.sekisho.journey.."));
        doors.put("keys", door("com.google.crypto.tink..", "org.sekisho.vault.."));
        doors.put(
                "arithmetic of codes", door("com.eatthepath..", "org.sekisho.factor.totp..", "org.sekisho.journey.."));
        doors.put("passkeys", door("com.webauthn4j..", "org.sekisho.factor.passkey.."));
        doors.put("holidays", door("de.focus_shift..", "org.sekisho.calendar.."));
        doors.put("command line", door("picocli..", "org.sekisho.cli.."));
        doors.put("tables of text", door("org.apache.commons.csv..", "org.sekisho.directory.."));
        doors.put("telephone numbers", door("com.google.i18n..", "org.sekisho.numbering.."));
        doors.put("telephone company", door("com.twilio..", "org.sekisho.channel.twilio.."));
        doors.put("HTTP client of the telephone company", door("org.apache.hc..", "org.sekisho.channel.twilio.."));
        doors.put("circuit breakers", door("io.github.resilience4j..", "org.sekisho.channel"));
        doors.put("mail sink", door("com.icegreen..", "org.sekisho.demo..", "org.sekisho.channel.mail.."));
        doors.put("browser", door("com.microsoft.playwright..", "org.sekisho.journey..", "org.sekisho.engine.."));
        return doors.entrySet().stream().map(door -> held(door.getKey(), door.getValue(), PRODUCT_AND_TESTS));
    }

    @TestFactory
    Stream<DynamicTest> the_laws_hold() {
        Map<String, ArchRule> laws = new LinkedHashMap<>();
        laws.put(
                "SQL stands in classes named Jdbc…",
                noClasses()
                        .that(not(named("Jdbc")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework.jdbc.core..", "java.sql.."));
        laws.put(
                "names carry no titles",
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Repository")
                        .orShould()
                        .haveSimpleNameEndingWith("Dto"));
        laws.put(
                "no package is a dumping ground",
                noClasses()
                        .should()
                        .resideInAnyPackage(
                                "..impl..",
                                "..util..",
                                "..utils..",
                                "..service..",
                                "..repository..",
                                "..dto..",
                                "..config..",
                                "..common.."));
        laws.put(
                "views and steps are hidden",
                classes()
                        .that()
                        .areAnnotatedWith(Route.class)
                        .or()
                        .areAssignableTo(ProcessStep.class)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .notBePublic());
        laws.put(
                "nobody depends on the engine's door",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("org.sekisho.engine..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.sekisho.engine.."));
        laws.put("what is needed comes by the constructor", fields().should().notBeAnnotatedWith(Autowired.class));
        laws.put(
                "time and chance are given, not taken",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("org.sekisho.calendar..")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callConstructor(SecureRandom.class));
        laws.put(
                "passkeys are registered by no other way than their process",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.springframework.security..webauthn.."));
        laws.put("modules are flat", classes().should(liveFlat()));
        laws.put("the front end carries what is drawn with", classes().should(drawWithWhatViewsUse()));
        return laws.entrySet().stream().map(law -> held(law.getKey(), law.getValue(), PRODUCT));
    }

    @Test
    void every_package_is_null_marked() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/sekisho"))) {
            List<Path> unmarked = files.filter(Files::isDirectory)
                    .filter(ArchitectureTest::hasTypes)
                    .filter(directory -> !directory.endsWith("org/sekisho"))
                    .filter(directory -> !isNullMarked(directory.resolve("package-info.java")))
                    .toList();
            assertThat(unmarked).isEmpty();
        }
        assertThat(isNullMarked(Path.of("src/test/java/org/sekisho/lawbreaking/package-info.java")))
                .as("the fixture is not marked")
                .isFalse();
    }

    private static DynamicTest held(String name, ArchRule rule, JavaClasses classes) {
        return DynamicTest.dynamicTest(name, () -> {
            rule.check(classes);
            assertThatThrownBy(() -> rule.check(LAWBREAKERS))
                    .as("the fixture breaks this law")
                    .isInstanceOf(AssertionError.class);
        });
    }

    private static ArchRule door(String library, String... doors) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(doors)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaClass> named(String prefix) {
        return DescribedPredicate.describe(
                "named " + prefix + "…", type -> outermost(type).getSimpleName().startsWith(prefix));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static ArchCondition<JavaClass> liveFlat() {
        return new ArchCondition<>("live in a module, a nested module or the ui of either") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String path = type.getPackageName().substring("org.sekisho".length());
                boolean flat = path.matches("(\\.[a-z]+){0,2}|(\\.[a-z]+){1,2}\\.ui");
                events.add(new SimpleConditionEvent(
                        type, flat || type.getModifiers().contains(JavaModifier.SYNTHETIC), type.getFullName()));
            }
        };
    }

    /** The front end is built from what can be reached from views; a form that is no view may name more at TaskView. */
    private static ArchCondition<JavaClass> drawWithWhatViewsUse() {
        Set<String> carried = PRODUCT.stream()
                .filter(type -> type.isAnnotatedWith(Route.class))
                .flatMap(view -> view.getTransitiveDependenciesFromSelf().stream())
                .map(use -> use.getTargetClass().getName())
                .collect(Collectors.toSet());
        return new ArchCondition<>("draw with what views use") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> isDrawnByTheBrowser(use.getTargetClass()))
                        .forEach(use -> events.add(new SimpleConditionEvent(
                                type, carried.contains(use.getTargetClass().getName()), use.getDescription())));
            }
        };
    }

    private static boolean isDrawnByTheBrowser(JavaClass type) {
        return type.isAnnotatedWith(JsModule.class) || type.isAnnotatedWith(JsModule.Container.class);
    }

    private static boolean hasTypes(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static boolean isNullMarked(Path packageInfo) {
        try {
            return Files.exists(packageInfo)
                    && Files.readString(packageInfo).contains("@" + NullMarked.class.getSimpleName());
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
