package org.sekisho.factor.apppassword;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.sekisho.audit.RepeatedFact;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through the services that the policy names, by HTTP Basic, and says who asks. Where there are no app passwords or no
 * services, there is nothing here.
 */
class ServiceFilter extends OncePerRequestFilter {

    static final String SERVICE = "sekisho.app-password-service";

    private final AppPasswordProperties policy;
    private final RepeatedFact refused;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    ServiceFilter(AppPasswordProperties policy, RepeatedFact refused) {
        this.policy = policy;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!policy.enabled() || policy.services().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<String> service = service(request);
        if (service.isPresent()) {
            request.setAttribute(SERVICE, service.get());
            chain.doFilter(request, response);
        } else {
            refused.happened();
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"app passwords\", charset=\"UTF-8\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private Optional<String> service(HttpServletRequest request) {
        try {
            return Optional.ofNullable(basic.convert(request)).flatMap(this::service);
        } catch (BadCredentialsException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<String> service(UsernamePasswordAuthenticationToken told) {
        return policy.services().stream()
                .filter(service -> service.id().equals(told.getName()))
                .filter(service ->
                        MessageDigest.isEqual(bytes(service.secret()), bytes((String) told.getCredentials())))
                .map(AppPasswordProperties.Service::id)
                .findFirst();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
