package org.sekisho.contact;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.directory.AccountId;
import org.sekisho.shared.EmailAddress;

/** An address that its person has proved to receive mail at; for notices and recovery, never for signing in. */
public record Contact(UUID id, AccountId account, EmailAddress address, Instant confirmedAt) {}
