package org.sekisho.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** What the framework of the screens needs of the filter chain; implemented beside the screens. */
public interface ScreenRequests {

    /** Adds the framework's rules: its own files are open, and each screen is guarded by its annotation. */
    void configure(HttpSecurity http) throws Exception;

    /** Whether the request is the framework's own and no page: it carries its own protection against forgery. */
    boolean isInternal(HttpServletRequest request);
}
