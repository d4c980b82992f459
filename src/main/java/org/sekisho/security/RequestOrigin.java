package org.sekisho.security;

import java.util.Optional;
import org.sekisho.audit.CurrentOrigin;
import org.sekisho.audit.Origin;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where the request of the thread came, as the servlet container and the browser tell it. */
@Component
class RequestOrigin implements CurrentOrigin {

    private final SourceNetwork network;

    RequestOrigin(SourceNetwork network) {
        this.network = network;
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(attributes -> ((ServletRequestAttributes) attributes).getRequest())
                .map(request -> new Origin(
                        request.getRemoteAddr(),
                        network.digest(request.getRemoteAddr()),
                        Device.named(Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                                .orElse(""))));
    }
}
