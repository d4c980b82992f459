package org.sekisho.vouching;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.directory.AccountId;

/**
 * Somebody whom a person has named to vouch for them.
 *
 * @param account of the person
 * @param person who was named
 * @param registeredAt when; it counts for nothing for a while
 */
public record ContactPerson(UUID id, AccountId account, AccountId person, Instant registeredAt) {}
