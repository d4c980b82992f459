package org.sekisho.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Opens the demo's telephone company where the product's ordinary settings say that it is. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoTelephone {

    @Bean
    TelephoneCompany telephoneCompany(
            DemoInbox inbox,
            Clock clock,
            @Value("${sekisho.channel.twilio.gateway}") URI gateway,
            @Value("${sekisho.channel.twilio.account-sid}") String account,
            @Value("${sekisho.channel.twilio.auth-token}") String token)
            throws IOException {
        return new TelephoneCompany(inbox, clock, gateway.getPort(), account, token, Duration.ofSeconds(1));
    }
}
