package org.sekisho.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Finds free ports for the demo's mail server and its telephone company and points the product's ordinary settings at them, so
 * that several demos can run on one machine. Does nothing without the profile <code>demo</code>.
 */
class DemoPorts implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", freePort());
        settings.put("sekisho.channel.twilio.gateway", "http://127.0.0.1:" + freePort());
        settings.put("sekisho.channel.twilio.auth-token", UUID.randomUUID().toString());
        if (environment.getProperty("server.port", "").equals("0")) {
            // the telephone company must know where to call back before the server has taken a port
            settings.put("server.port", freePort());
        }
        environment.getPropertySources().addFirst(new MapPropertySource("demo-servers", settings));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException("no free port for the demo's servers", noPort);
        }
    }
}
