package org.sekisho.workbench;

import com.vaadin.flow.spring.SpringServlet;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A push request never makes a session. The last one of a page that is being left may come when its session has given way to
 * the one of a person who has just signed in; the cookie of yet another session would take the place of theirs.
 */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {

    private static final String MAKES_SESSIONS = "org.atmosphere.cpr.sessionCreate";

    @Bean
    static BeanPostProcessor pushWithoutNewSessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> registration
                        && registration.getServlet() instanceof SpringServlet) {
                    registration.addInitParameter(MAKES_SESSIONS, "false");
                }
                return bean;
            }
        };
    }
}
