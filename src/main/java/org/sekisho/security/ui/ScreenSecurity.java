package org.sekisho.security.ui;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import org.sekisho.security.Access;
import org.sekisho.security.ScreenRequests;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** Vaadin's part of the filter chain. What it could do besides is done by the chain itself, more strictly. */
@Component
class ScreenSecurity implements ScreenRequests {

    private final RequestUtil requests;
    private final NavigationAccessControl navigation;

    ScreenSecurity(RequestUtil requests, NavigationAccessControl navigation) {
        this.requests = requests;
        this.navigation = navigation;
    }

    @Override
    public void configure(HttpSecurity http) throws Exception {
        navigation.setLoginView("/login");
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.enableCsrfConfiguration(false)
                .enableLogoutConfiguration(false)
                .enableRequestCacheConfiguration(false)
                .enableExceptionHandlingConfiguration(false)
                .anyRequest(url -> url.hasRole(Access.SIGNED_IN)));
    }

    @Override
    public boolean isInternal(HttpServletRequest request) {
        return requests.isFrameworkInternalRequest(request);
    }
}
