package org.sekisho.channel.twilio;

import com.twilio.http.TwilioRestClient;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The product's way to the telephone company without the way back, for nodes that have no server. */
@TestConfiguration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("org.sekisho.channel.twilio")
@Import(TwilioTelephone.class)
public class TelephoneClient {

    @Bean
    TwilioRestClient twilioClient(TwilioProperties properties) {
        return new TwilioConfiguration().twilioClient(properties);
    }
}
