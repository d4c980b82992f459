package org.sekisho.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.process.CaseId;
import org.sekisho.shared.Secret;
import org.sekisho.vault.SealedSecret;
import org.sekisho.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Photos of ID cards: made anew from what was sent, sealed, shown to those who work on the case, and deleted in time. Every look at
 * one and every deletion is an event of the trail.
 */
@Component
public class IdPhotos {

    /** The most bytes that a photo may have as it is sent. */
    public static final int LARGEST = 1_992_294; // 1.9 × 1024 × 1024

    /** The most photos of one case, so that nobody fills the database. */
    public static final int MOST = 6;

    private final JdbcPhotos photos;
    private final Evidence evidence;
    private final Vault vault;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final PhotoProperties policy;
    private final Clock clock;

    IdPhotos(
            JdbcPhotos photos,
            Evidence evidence,
            Vault vault,
            AuditTrail audit,
            TransactionOperations transaction,
            PhotoProperties policy,
            Clock clock) {
        this.photos = photos;
        this.evidence = evidence;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Takes a photo as evidence of the case; it counts when somebody has accepted it. The picture is kept as a JPEG made anew from
     * its pixels, with nothing else of what was sent. Call it outside a transaction: reading a picture takes its time.
     *
     * @param sent read to its end or to {@link #LARGEST} bytes, not closed
     * @throws PhotoRefused where it is none or too much; the problem says what to tell the person
     * @throws IOException where what is sent breaks off
     */
    public IdPhoto take(CaseId caseId, AccountId account, InputStream sent) throws PhotoRefused, IOException {
        demandRoom(caseId);
        byte[] bytes = sent.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new PhotoRefused(PhotoProblem.TOO_LARGE);
        }
        byte[] picture = Picture.remade(bytes);
        UUID id = UUID.randomUUID();
        SealedSecret hidden = vault.seal(Secret.of(picture), context(id));
        IdPhoto photo = transaction.execute(status -> {
            EvidenceItem item = evidence.add(caseId, account, EvidenceKind.ID_PHOTO, Optional.empty(), id.toString());
            Instant now = clock.instant();
            IdPhoto taken = new IdPhoto(
                    id,
                    item.id(),
                    caseId,
                    account,
                    picture.length,
                    now,
                    now.plus(policy.keepAtMost()),
                    Optional.empty());
            photos.add(taken, hidden);
            record("evidence.photo-taken", taken, "sealed");
            return taken;
        });
        return Objects.requireNonNull(photo);
    }

    private void demandRoom(CaseId caseId) throws PhotoRefused {
        if (photos.of(caseId).size() >= MOST) {
            throw new PhotoRefused(PhotoProblem.TOO_MANY);
        }
    }

    /** All photos of a case, oldest first, the deleted ones included. */
    @Transactional(readOnly = true)
    public List<IdPhoto> of(CaseId caseId) {
        return photos.of(caseId);
    }

    /**
     * Shows a photo, and writes down who has seen it.
     *
     * @param mayView whether the person signed in works on the photo's case now: this module does not know who does. A refusal is
     *     written down as well
     * @return the picture, a JPEG; empty where it is deleted or must not be shown
     */
    @Transactional
    public Optional<Secret<byte[]>> view(UUID id, Predicate<IdPhoto> mayView) {
        Optional<IdPhoto> found = photos.find(id);
        Optional<IdPhoto> shown = found.filter(mayView);
        if (found.isPresent() && shown.isEmpty()) {
            record("evidence.photo-viewed", found.get(), "refused");
        }
        return shown.flatMap(photo -> photos.picture(id).map(hidden -> {
            record("evidence.photo-viewed", photo, "shown");
            return vault.open(hidden, context(id));
        }));
    }

    /** The case is decided: its photos go when the policy says, however often this is told. */
    @Transactional
    public void decided(CaseId caseId) {
        photos.endBy(caseId, clock.instant().plus(policy.keepAfterDecision()));
    }

    /** Deletes some of the photos whose time is up, and says whether there may be more. */
    boolean deleteDue(int most) {
        Instant now = clock.instant();
        List<IdPhoto> due = photos.due(now, most);
        due.forEach(photo -> transaction.executeWithoutResult(status -> {
            if (photos.delete(photo.id(), now)) {
                record("evidence.photo-deleted", photo, "deleted");
            }
        }));
        return due.size() == most;
    }

    private void record(String action, IdPhoto photo, String result) {
        audit.record(
                action,
                Optional.of(photo.account().value()),
                Optional.of(photo.caseId().value()),
                result,
                Map.of("photo", photo.id().toString(), "size", Integer.toString(photo.size())));
    }

    private static String context(UUID id) {
        return "evidence-photo:" + id;
    }
}
