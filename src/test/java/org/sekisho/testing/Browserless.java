package org.sekisho.testing;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.ClickNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.shared.Language;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.ClassUtils;

/**
 * The product's screens without a browser: what a view shows and does on the server. It belongs to the person who is signed
 * in when it is opened:
 *
 * <pre>{@code
 * try (SignedInAs student = SignedInAs.holder(account);
 *         Browserless browser = Browserless.open(context)) {
 *     browser.visit("tasks");
 *     browser.press("Next");
 *     assertThat(browser.heading()).isEqualTo("More information required");
 * }
 * }</pre>
 */
public final class Browserless implements AutoCloseable {

    private static final Routes ROUTES = new Routes(
            scan(new AnnotationTypeFilter(Route.class)), scan(new AssignableTypeFilter(HasErrorParameter.class)), true);

    private Browserless() {}

    /** Opens a page in English. */
    public static Browserless open(ApplicationContext context) {
        return open(context, Language.EN);
    }

    public static Browserless open(ApplicationContext context, Language language) {
        SecurityContext person = SecurityContextHolder.getContext();
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            request.addCookie(new Cookie("sekisho-language", language.tag()));
            request.setUserPrincipalInt(person.getAuthentication());
            request.setUserInRole((principal, role) -> has(person.getAuthentication(), role));
            return request;
        });
        MockSpringServlet servlet = new MockSpringServlet(ROUTES, context, MockedUI::new);
        MockVaadin.setup(
                () -> {
                    VaadinSession.getCurrent()
                            .getSession()
                            .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, person);
                    return new MockedUI();
                },
                servlet);
        return new Browserless();
    }

    /** Goes to a route such as {@code tasks/42}. */
    public void visit(String route) {
        UI ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location(route), NavigationTrigger.PROGRAMMATIC);
        MockVaadin.clientRoundtrip();
    }

    /** The route that is shown. */
    public String location() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    /** The text of the one first-level heading. */
    public String heading() {
        return _get(H1.class).getText();
    }

    /** All text on the page, in reading order. */
    public String text() {
        StringBuilder text = new StringBuilder();
        UI.getCurrent().getChildren().forEach(child -> collect(child.getElement(), text));
        return text.toString().strip();
    }

    /** The components of a type that a person sees. */
    public <T extends Component> List<T> all(Class<T> type) {
        return _find(type);
    }

    /** The one component of a type that a person sees. */
    public <T extends Component> T one(Class<T> type) {
        return _get(type);
    }

    /** Whether there is something to press with that text. */
    public boolean offers(String label) {
        return clickables(label).findAny().isPresent();
    }

    /** Presses the one button with that text. What fails is handled as in a real page. */
    public void press(String label) {
        List<Component> found = clickables(label).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " things to press are called '" + label + "' on: " + text());
        }
        press((ClickNotifier<?>) found.get(0));
    }

    /** What the one link with that text brings as a file. */
    public byte[] download(String label) {
        List<Anchor> found = _find(Anchor.class).stream()
                .filter(link -> own(link.getElement()).equals(label))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " links are called '" + label + "' on: " + text());
        }
        return _download(found.get(0));
    }

    public void press(ClickNotifier<?> button) {
        try {
            _click(button);
        } catch (RuntimeException failure) {
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(failure));
        }
        MockVaadin.clientRoundtrip();
    }

    /** The one field with that label. */
    @SuppressWarnings("unchecked")
    public <F extends Component & HasValue<?, ?>> F field(String label) {
        List<Component> found = _find(Component.class).stream()
                .filter(component -> component instanceof HasValue<?, ?>
                        && component instanceof HasLabel labelled
                        && label.equals(labelled.getLabel()))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " fields are called '" + label + "' on: " + text());
        }
        return (F) found.get(0);
    }

    /** Fills in the one field with that label. */
    @SuppressWarnings("unchecked")
    public <V> void fill(String label, V value) {
        _setValue((HasValue<?, V>) field(label), value);
        MockVaadin.clientRoundtrip();
    }

    /** Types into the one field with that label what is no value for it, such as a word into a date. */
    public void mistype(String label, String text) {
        Component field = field(label);
        field.getElement().setProperty("_inputElementValue", text);
        _fireDomEvent(field, "unparsable-change");
        MockVaadin.clientRoundtrip();
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
    }

    private static boolean has(@Nullable Authentication person, String role) {
        return person != null
                && person.getAuthorities().stream()
                        .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority()));
    }

    private static Stream<Component> clickables(String label) {
        Predicate<Component> named = component -> own(component.getElement()).equals(label);
        return _find(Component.class).stream()
                .filter(component -> component instanceof ClickNotifier<?>
                        && component.getClass().getSimpleName().endsWith("Button"))
                .filter(named);
    }

    private static String own(Element element) {
        StringBuilder text = new StringBuilder();
        collect(element, text);
        return text.toString().strip();
    }

    private static void collect(Element element, StringBuilder text) {
        if (element.isTextNode()) {
            text.append(element.getText()).append(' ');
            return;
        }
        if (!element.isVisible()) {
            return;
        }
        Stream.of("label", "errorMessage", "helperText")
                .map(property -> element.getProperty(property, ""))
                .filter(property -> !property.isEmpty())
                .forEach(property -> text.append(property).append(' '));
        element.getChildren().forEach(child -> collect(child, text));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> Set<T> scan(TypeFilter filter) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return (Set) scanner.findCandidateComponents("org.sekisho").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), Browserless.class.getClassLoader()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
