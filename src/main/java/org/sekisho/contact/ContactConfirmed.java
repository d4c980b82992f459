package org.sekisho.contact;

import java.util.UUID;
import org.sekisho.directory.AccountId;

/** A person has proved a contact address. Published in the transaction that confirms it. */
public record ContactConfirmed(AccountId account, UUID contact) {}
