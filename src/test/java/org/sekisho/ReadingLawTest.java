package org.sekisho;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.security.Access;
import org.sekisho.testing.SekishoTest;
import org.sekisho.wording.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Every reading of personal data by anyone is itself an event: each screen on which somebody may see another person is listed here
 * with the events that say so, and {@link EveryReadingTest} opens it. Whoever adds a screen for staff, or an endpoint, says here
 * which event records what it shows.
 */
@SekishoTest
class ReadingLawTest {

    /** Screens that show other people, and what then stands in the trail. */
    static final Map<String, Set<String>> RECORDED = Map.ofEntries(
            Map.entry("archive.ui.CasesView", Set.of("archive.search", "archive.exported", "archive.bundle-taken")),
            Map.entry("archive.ui.ArchivedCaseView", Set.of("archive.case-read", "archive.bundle-taken")),
            Map.entry("helpdesk.ui.CaseView", Set.of("helpdesk.case-read")),
            Map.entry("helpdesk.ui.QueueView", Set.of("helpdesk.queue-read")),
            Map.entry("incident.ui.IncidentModeView", Set.of("incident.modes-read")),
            // whoever is seen at the desk has a case from then on, or nothing is told
            Map.entry("recovery.ui.DeskView", Set.of("recovery.case-opened")),
            Map.entry("reconciliation.ui.ReconciliationView", Set.of("reconciliation.differences-read")),
            Map.entry("seal.ui.TrailView", Set.of("audit.trail-read")),
            Map.entry("report.ui.PatternsView", Set.of("report.patterns-read")),
            Map.entry("report.ui.ReportsView", Set.of("report.report-read", "report.report-exported")),
            // the list of tasks and the page of one are for everybody, and show staff whom a task is about
            Map.entry("workbench.InboxView", Set.of("workbench.tasks-read")),
            Map.entry("workbench.TaskView", Set.of("workbench.task-read")));

    /** Screens for staff that show nothing about a person, and why. */
    private static final Map<String, String> NOBODY = Map.of(
            "administration.ui.ImportView", "what stands in the file that its reader has brought, and numbers",
            "channel.ui.DeliveriesView", "numbers of messages by channel, without addresses",
            "helpdesk.ui.FiguresView", "numbers by kind of case",
            "helpdesk.ui.IncidentsView", "numbers of cases and names of steps");

    /** What is asked over the network by a program, and why nobody reads there about others. */
    private static final Map<String, String> ENDPOINTS = Map.of(
            "channel.twilio.CarrierEndpoint", "the telephone company tells, and is told nothing",
            "factor.apppassword.AppPasswordEndpoint",
                    "a service tells who wants to be let in, and each answer is an event",
            "security.AloneController", "the person's own sign-in",
            "security.SignInController", "the person's own sign-in",
            "demo.DemoMessagesEndpoint", "the demo world");

    private static final Set<String> STAFF =
            Set.of(Access.APPROVER, Access.HELPDESK, Access.LEAD, Access.AUDITOR, Access.ADMINISTRATOR);

    @Autowired
    Messages messages;

    @Test
    void each_screen_for_staff_says_which_event_records_what_it_shows() {
        Set<String> listed = new TreeSet<>(RECORDED.keySet());
        listed.addAll(NOBODY.keySet());
        assertThat(unlisted(screens(), listed))
                .as("screens that are not listed here")
                .isEmpty();
        assertThat(NOBODY.keySet()).doesNotContainAnyElementsOf(RECORDED.keySet());
    }

    @Test
    void each_endpoint_says_why_nobody_reads_there_about_others() {
        assertThat(endpoints().stream().map(ReadingLawTest::name).filter(name -> !ENDPOINTS.containsKey(name)))
                .as("endpoints that are not listed here")
                .isEmpty();
    }

    @Test
    void each_of_these_events_is_made_and_has_words() {
        Map<String, String> sources = sources();
        Set<String> present = screens().stream().map(ReadingLawTest::name).collect(Collectors.toSet());
        RECORDED.forEach((screen, events) -> {
            if (present.contains(screen)) {
                events.forEach(event -> {
                    assertThat(sources.values())
                            .as("%s of %s is made somewhere", event, screen)
                            .anySatisfy(source -> assertThat(source).contains('"' + event + '"'));
                    assertThat(messages.knows("helpdesk.event." + event))
                            .as("words for %s", event)
                            .isTrue();
                });
            }
        });
    }

    @Test
    void a_screen_that_nobody_has_listed_is_found() {
        assertThat(unlisted(List.of(NewView.class), RECORDED.keySet())).hasSize(1);
    }

    private static List<String> unlisted(List<Class<?>> screens, Set<String> listed) {
        return screens.stream()
                .filter(ReadingLawTest::isForStaff)
                .map(ReadingLawTest::name)
                .filter(name -> !listed.contains(name))
                .toList();
    }

    /** A screen that anybody signed in may open is the person's own, but for those that are listed. */
    private static boolean isForStaff(Class<?> screen) {
        RolesAllowed roles = screen.getAnnotation(RolesAllowed.class);
        return roles != null
                ? Arrays.stream(roles.value()).anyMatch(STAFF::contains)
                : !screen.isAnnotationPresent(AnonymousAllowed.class) && !screen.isAnnotationPresent(PermitAll.class);
    }

    private static String name(Class<?> type) {
        return type.getName().replace("org.sekisho.", "");
    }

    private static List<Class<?>> screens() {
        return types().filter(type -> type.isAnnotatedWith(Route.class))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static List<Class<?>> endpoints() {
        return types().filter(type -> type.isAnnotatedWith(RequestMapping.class)
                        || type.isAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                        || type.isAnnotatedWith("org.springframework.stereotype.Controller"))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    private static Stream<JavaClass> types() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.sekisho").stream();
    }

    private static Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file.toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sources;
    }

    @Route(value = "law/new", registerAtStartup = false)
    @RolesAllowed(Access.HELPDESK)
    private static final class NewView extends Div {
        private static final long serialVersionUID = 1L;
    }
}
