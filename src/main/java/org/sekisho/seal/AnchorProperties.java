package org.sekisho.seal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the head of the chain is written down outside the database.
 *
 * @param file a file that lines are added to, best on a disk that the database's administrators cannot write to; empty for none
 * @param mail the address of a notary who keeps the mails; empty for none
 * @param every how often, where there is something new; an hour by default
 */
@ConfigurationProperties("sekisho.audit.anchor")
record AnchorProperties(
        @DefaultValue("") String file,
        @DefaultValue("") String mail,
        @DefaultValue("1h") Duration every) {}
