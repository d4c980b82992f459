package org.sekisho.channel.twilio;

import com.twilio.security.RequestValidator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sekisho.audit.RepeatedFact;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through what the company has signed: HMAC-SHA1 under the account's token over the address it was told to call and the
 * form it sends, compared in constant time. Anything else is refused and told to the trail.
 */
class SignatureFilter extends OncePerRequestFilter {

    private static final String SIGNATURE = "X-Twilio-Signature";

    private final TwilioProperties properties;
    private final RepeatedFact refused;
    private final RequestValidator validator;

    SignatureFilter(TwilioProperties properties, RepeatedFact refused) {
        this.properties = properties;
        this.refused = refused;
        this.validator = new RequestValidator(properties.token());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSigned(request)) {
            chain.doFilter(request, response);
        } else {
            refused.happened();
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isSigned(HttpServletRequest request) {
        String signature = request.getHeader(SIGNATURE);
        if (signature == null || !"POST".equals(request.getMethod())) {
            return false;
        }
        // the address as it was given out: behind a proxy the request has another, and its sender may claim any
        URI address = properties.callback(request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("")
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + query)
                        .orElse(""));
        Map<String, String> form = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> form.put(name, String.join("", values)));
        return validator.validate(address.toString(), form, signature);
    }
}
