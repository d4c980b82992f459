package org.sekisho.approval;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a unit may take.
 *
 * @param remindAfter business time after which approvers are reminded; one day of eight opening hours by default
 * @param dueAfter business time after which a lead may decide as well; three such days by default
 */
@ConfigurationProperties("sekisho.approval")
record ApprovalProperties(
        @DefaultValue("8h") Duration remindAfter,
        @DefaultValue("24h") Duration dueAfter) {}
