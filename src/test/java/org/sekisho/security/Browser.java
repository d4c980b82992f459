package org.sekisho.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockRequestDispatcher;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** One browser with its session and its cookies, as far as the filter chain can tell. */
public final class Browser {

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new HashMap<>();
    private MockHttpSession session = new MockHttpSession();

    public Browser(WebApplicationContext context) {
        MockServletContext servlets = (MockServletContext) Objects.requireNonNull(context.getServletContext());
        servlets.registerNamedDispatcher("springServlet", new MockRequestDispatcher("springServlet"));
        this.mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** Opens a page and says where it redirects to; empty where it stays. */
    public Optional<String> opens(String path) {
        return Optional.ofNullable(open(path).getRedirectedUrl());
    }

    /** Opens a page. */
    public MockHttpServletResponse open(String path) {
        return send(get(path));
    }

    public Optional<String> signsIn(String username, String password) {
        return Optional.ofNullable(send(post("/login")
                        .param("username", username)
                        .param("password", password)
                        .with(csrf()))
                .getRedirectedUrl());
    }

    /** Presses the button of a way to sign in without a password, and answers what it asks. */
    public Optional<String> signsInAlone(AloneSignIn way, UnaryOperator<String> device) {
        open("/login");
        AloneQuestion question = way.ask();
        session.setAttribute(AloneQuestion.ATTRIBUTE, question.id());
        return answersAlone(way.way(), device.apply(question.text()));
    }

    /** Sends an answer, asked or not. */
    public Optional<String> answersAlone(String way, String answer) {
        return Optional.ofNullable(send(post("/sign-in/alone")
                        .param("way", way)
                        .param("answer", answer)
                        .with(csrf()))
                .getRedirectedUrl());
    }

    MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        if (session.isInvalid()) {
            String gone = session.getId();
            request.with(sent -> {
                sent.setRequestedSessionId(gone);
                sent.setRequestedSessionIdValid(false);
                return sent;
            });
            session = new MockHttpSession();
        }
        request.session(session);
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        try {
            MvcResult result = mvc.perform(request).andReturn();
            if (result.getRequest().getSession(false) instanceof MockHttpSession left) {
                session = left;
            }
            Arrays.stream(result.getResponse().getCookies()).forEach(cookie -> cookies.put(cookie.getName(), cookie));
            return result.getResponse();
        } catch (Exception failed) {
            throw new AssertionError("the request failed", failed);
        }
    }

    public String sessionId() {
        return session.getId();
    }

    Optional<Cookie> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public Optional<Person> person() {
        return context().map(context -> (Person) context.getAuthentication().getPrincipal());
    }

    public Set<String> authorities() {
        return context().stream()
                .flatMap(context -> context.getAuthentication().getAuthorities().stream())
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    }

    public Optional<SignInTrouble> trouble() {
        return Optional.ofNullable((SignInTrouble) session.getAttribute("sekisho.sign-in-trouble"));
    }

    private Optional<SecurityContext> context() {
        return session.isInvalid()
                ? Optional.empty()
                : Optional.ofNullable((SecurityContext)
                        session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY));
    }
}
