package org.sekisho.workbench;

import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.auth.MenuAccessControl;
import com.vaadin.flow.spring.security.SpringMenuAccessControl;
import com.vaadin.flow.spring.security.SpringNavigationAccessControl;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sekisho.audit.Readings;
import org.sekisho.directory.Role;
import org.sekisho.process.Actor;
import org.sekisho.process.CurrentActor;
import org.sekisho.process.FormKey;
import org.sekisho.security.CurrentUser;
import org.sekisho.security.Person;
import org.sekisho.security.Source;
import org.sekisho.security.StaffPolicy;
import org.sekisho.testing.MutableClock;
import org.sekisho.wording.Messages;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** The shell with paper in the place of the engine and the directory: starts in a moment. */
@TestConfiguration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("org.sekisho.security")
@ComponentScan("org.sekisho.wording")
@Import({
    StaffPolicy.class,
    MessageTranslations.class,
    ShellConfiguration.class,
    LiveUpdates.class,
    Times.class,
    SchemaTaskForm.class
})
class WorkbenchBeans {

    @Bean
    Clock clock() {
        return new MutableClock();
    }

    /** The forms of the tests; a real one would do as well, but these are made to have everything. */
    @Bean
    Forms forms(Messages messages) {
        Map<FormKey, FormDefinition> forms = new HashMap<>();
        for (String name : List.of("everything.form", "two-ways.form")) {
            FormDefinition form = FormReader.read(name, Fixture.text(name), messages);
            forms.put(form.key(), form);
        }
        return new Forms(forms, List.of());
    }

    @Bean
    PaperInbox inbox(CurrentUser currentUser) {
        CurrentActor actor = () -> currentUser
                .find()
                .map(person -> Actor.person(
                        person.account().value(),
                        person.roles().stream().map(Role::key).collect(Collectors.toSet())))
                .orElseGet(Actor::system);
        return new PaperInbox(actor);
    }

    /** Nobody is there whose reading would be recorded. */
    @Bean
    Readings readings() {
        return (action, caseId, people) -> {};
    }

    @Bean
    MenuAccessControl menuAccessControl() {
        return new SpringMenuAccessControl();
    }

    /** Whoever may not open a screen is kept out here too. */
    @Bean
    VaadinServiceInitListener accessControl() {
        return event -> event.getSource()
                .addUIInitListener(page -> page.getUI().addBeforeEnterListener(new SpringNavigationAccessControl()));
    }

    @Bean
    PaperAccounts accounts() {
        return new PaperAccounts();
    }

    @Bean
    CurrentUser currentUser() {
        return new CurrentUser() {
            @Override
            public Optional<Person> find() {
                return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                        .map(authentication -> (Person) authentication.getPrincipal());
            }

            @Override
            public Person get() {
                return find().filter(Person::signedIn).orElseThrow(() -> new AccessDeniedException("nobody"));
            }

            @Override
            public Optional<Source> source() {
                return Optional.empty();
            }
        };
    }
}
