package org.sekisho.verification;

/**
 * How a person reaches the helpdesk.
 *
 * @param opens when it opens on working days
 */
public record Help(String phone, String place, String opens, String closes) {}
