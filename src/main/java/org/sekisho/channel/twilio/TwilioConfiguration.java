package org.sekisho.channel.twilio;

import com.twilio.http.TwilioRestClient;
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

/** A client of our own, and the way in for what the company tells us: signed by the company, and by nobody else. */
@Configuration(proxyBeanMethods = false)
@WithTelephone
class TwilioConfiguration {

    @Bean
    TwilioRestClient twilioClient(TwilioProperties properties) {
        TwilioRestClient.Builder client = properties
                .apiKey()
                .map(key -> new TwilioRestClient.Builder(
                        key, properties.apiKeySecret().orElse("")))
                .orElseGet(() -> new TwilioRestClient.Builder(properties.account(), properties.token()))
                .accountSid(properties.account())
                .httpClient(new CarrierHttp(properties));
        properties.region().ifPresent(client::region);
        properties.edge().ifPresent(client::edge);
        return client.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain carrierReports(HttpSecurity http, TwilioProperties properties, AuditTrail trail, Clock clock)
            throws Exception {
        RepeatedFact refused =
                new RepeatedFact(trail, clock, "channel.report-refused", "unsigned", Map.of("carrier", Telephone.NAME));
        return http.securityMatcher(Callbacks.ALL)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SignatureFilter(properties, refused), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
