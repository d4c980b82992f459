package org.sekisho.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.security.Access;

/** Whoever adds a screen says who may open it; being half-way is enough for the task route alone. */
class AccessLawTest {

    private static final Set<String> NARROW_ENOUGH = Set.of(
            Access.SIGNED_IN,
            Access.FACTOR,
            Access.APPROVER,
            Access.HELPDESK,
            Access.LEAD,
            Access.AUDITOR,
            Access.ADMINISTRATOR);

    private static final Set<String> OPEN_TO_STRANGERS =
            Set.of("org.sekisho.security.ui.LoginView", "org.sekisho.dispute.ui.NotMeView");
    private static final Set<String> OPEN_TO_HALF_WAY =
            Set.of("org.sekisho.workbench.TaskView", "org.sekisho.recovery.ui.RecoveryView");
    private static final String DEMO = "org.sekisho.demo";

    @Test
    void every_screen_demands_a_person_who_is_signed_in() {
        List<Class<?>> screens = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.sekisho").stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();

        assertThat(screens).hasSizeGreaterThan(2);
        assertThat(screens.stream().flatMap(screen -> offence(screen).stream())).isEmpty();
    }

    @Test
    void a_screen_that_breaks_the_law_is_found() {
        assertThat(Stream.of(Unguarded.class, ForHalfWay.class, ForStrangers.class, ForPasswords.class)
                        .flatMap(screen -> offence(screen).stream()))
                .hasSize(4);
        assertThat(offence(Guarded.class)).isEmpty();
    }

    private static Optional<String> offence(Class<?> screen) {
        String name = screen.getName();
        RolesAllowed roles = screen.getAnnotation(RolesAllowed.class);
        boolean lawful = screen.isAnnotationPresent(DenyAll.class)
                || (roles != null && Arrays.stream(roles.value()).allMatch(NARROW_ENOUGH::contains))
                || (screen.isAnnotationPresent(PermitAll.class) && OPEN_TO_HALF_WAY.contains(name))
                || (screen.isAnnotationPresent(AnonymousAllowed.class)
                        && (OPEN_TO_STRANGERS.contains(name) || name.startsWith(DEMO)));
        return lawful ? Optional.empty() : Optional.of(name + " may be opened by people who are not signed in");
    }

    @Route(value = "law/unguarded", registerAtStartup = false)
    private static final class Unguarded extends Div {}

    @PermitAll
    @Route(value = "law/half-way", registerAtStartup = false)
    private static final class ForHalfWay extends Div {}

    @AnonymousAllowed
    @Route(value = "law/strangers", registerAtStartup = false)
    private static final class ForStrangers extends Div {}

    @RolesAllowed(Access.PASSWORD)
    @Route(value = "law/passwords", registerAtStartup = false)
    private static final class ForPasswords extends Div {}

    @RolesAllowed({Access.HELPDESK, Access.LEAD})
    @Route(value = "law/guarded", registerAtStartup = false)
    private static final class Guarded extends Div {}
}
