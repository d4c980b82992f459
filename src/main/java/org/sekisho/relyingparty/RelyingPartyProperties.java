package org.sekisho.relyingparty;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services of the organisation.
 *
 * @param services in the order in which people see them
 */
@ConfigurationProperties("sekisho.relyingparty")
record RelyingPartyProperties(@DefaultValue List<RelyingService> services) {}
