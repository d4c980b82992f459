package org.sekisho.notice;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What notices tell of the organisation.
 *
 * @param site the address at which people reach this product
 * @param zone the time zone in which moments are told
 * @param helpdeskPhone where a person says that something was not them
 * @param helpdeskHours when somebody answers there, in English
 * @param helpdeskHoursJa when somebody answers there, in Japanese
 * @param keep how long a notice is tried before it is no longer news
 * @param formerAddresses how long an address that was taken away is told of a recovery as well
 * @param disputable how long the link in a notice of a change can say that the change was somebody else's
 */
@ConfigurationProperties("sekisho.notice")
record NoticeProperties(
        @DefaultValue("http://localhost:8080/") String site,
        @DefaultValue("Asia/Tokyo") ZoneId zone,
        @DefaultValue("03-0000-0000") String helpdeskPhone,

        @DefaultValue("Monday to Friday 9:00–17:00, except holidays")
        String helpdeskHours,

        @DefaultValue("平日 9:00～17:00、祝日を除く") String helpdeskHoursJa,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("30d") Duration formerAddresses,
        @DefaultValue("14d") Duration disputable) {}
