package org.sekisho.notice;

import java.time.Instant;
import java.util.UUID;
import org.sekisho.directory.AccountId;

/**
 * A change that the addresses of an account were told of, and that whoever reads them may dispute.
 *
 * @param id one for all addresses
 * @param news names the texts of the notice, such as {@code method-added}
 * @param subject the method or the contact that the change is about
 * @param expiresAt after this moment the link in the notice disputes nothing any more
 */
public record ToldChange(UUID id, AccountId account, String news, UUID subject, Instant toldAt, Instant expiresAt) {}
