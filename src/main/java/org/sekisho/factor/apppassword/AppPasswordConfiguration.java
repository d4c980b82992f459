package org.sekisho.factor.apppassword;

import java.time.Clock;
import java.util.Map;
import org.sekisho.audit.AuditTrail;
import org.sekisho.audit.RepeatedFact;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The way in for services, without sessions: each request says who asks. */
@Configuration(proxyBeanMethods = false)
class AppPasswordConfiguration {

    @Bean
    @Order(3)
    SecurityFilterChain appPasswordServices(
            HttpSecurity http, AppPasswordProperties policy, AuditTrail trail, Clock clock) throws Exception {
        RepeatedFact refused =
                new RepeatedFact(trail, clock, "factor.app-password-service-refused", "unknown", Map.of());
        return http.securityMatcher(AppPasswordEndpoint.VERIFY)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new ServiceFilter(policy, refused), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
