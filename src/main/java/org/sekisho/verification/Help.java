package org.sekisho.verification;

import java.time.LocalTime;

/**
 * How a person reaches the helpdesk.
 *
 * @param opens when it opens on working days, in the organisation's time zone
 * @param closes when it closes on working days
 */
public record Help(String phone, String place, LocalTime opens, LocalTime closes) {}
