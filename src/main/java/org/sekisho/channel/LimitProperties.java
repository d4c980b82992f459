package org.sekisho.channel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be sent to telephones, as the people who ask see it: a code more than this is refused. Money is counted in a unit
 * of one's own, such as yen.
 *
 * @param sourcePerHour from one network; a campus behind one address needs many
 * @param homePerHour to the country that {@code sekisho.numbering.countries} names first
 * @param abroadPerHour to each of the others: what toll fraud would use
 * @param textCost what a text message home costs; a call costs {@code callCost}, and both {@code abroadFactor} times that abroad
 * @param costPerDay after this much nothing is sent for the rest of the day
 */
@ConfigurationProperties("sekisho.channel.limits")
record LimitProperties(
        @DefaultValue("5") int numberPerHour,
        @DefaultValue("15") int numberPerDay,
        @DefaultValue("8") int accountPerHour,
        @DefaultValue("25") int accountPerDay,
        @DefaultValue("300") int sourcePerHour,
        @DefaultValue("2000") int sourcePerDay,
        @DefaultValue("5000") int homePerHour,
        @DefaultValue("30000") int homePerDay,
        @DefaultValue("60") int abroadPerHour,
        @DefaultValue("300") int abroadPerDay,
        @DefaultValue("10") int textCost,
        @DefaultValue("20") int callCost,
        @DefaultValue("4") int abroadFactor,
        @DefaultValue("50000") int costPerDay) {}
