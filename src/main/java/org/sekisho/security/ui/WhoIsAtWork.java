package org.sekisho.security.ui;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Where the filter chain and the screens keep who is at work on a thread. The place is one for the whole JVM: a second node in
 * it, as tests have them, shares the place of the first. A place of its own would take the first node's code away from what its
 * filters know, and people would be strangers there, or somebody else.
 */
@Configuration(proxyBeanMethods = false)
class WhoIsAtWork {

    @Bean("VaadinSecurityContextHolderStrategy")
    VaadinAwareSecurityContextHolderStrategy securityContextHolderStrategy() {
        synchronized (SecurityContextHolder.class) {
            if (SecurityContextHolder.getContextHolderStrategy()
                    instanceof VaadinAwareSecurityContextHolderStrategy shared) {
                return shared;
            }
            VaadinAwareSecurityContextHolderStrategy first = new VaadinAwareSecurityContextHolderStrategy();
            SecurityContextHolder.setContextHolderStrategy(first);
            return first;
        }
    }
}
