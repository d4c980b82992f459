package org.sekisho.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.audit.AuditEvent;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.directory.Role;
import org.sekisho.process.CaseId;
import org.sekisho.security.SignedInAs;
import org.sekisho.testing.InParallel;
import org.sekisho.testing.MutableClock;
import org.sekisho.testing.SekishoTest;
import org.sekisho.testing.TestAccounts;
import org.sekisho.vault.SealedSecret;
import org.springframework.beans.factory.annotation.Autowired;

@SekishoTest
class IdPhotosTest {

    @Autowired
    private IdPhotos photos;

    @Autowired
    private DuePhotos due;

    @Autowired
    private JdbcPhotos rows;

    @Autowired
    private Evidence evidence;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private MutableClock clock;

    private final CaseId caseId = CaseId.next();
    private AccountId person;
    private AccountId agent;

    @BeforeEach
    void people() {
        person = accounts.student().id();
        agent = accounts.student().id();
    }

    @Test
    void a_photo_is_evidence_that_waits_to_be_looked_at() throws Exception {
        IdPhoto photo = taken();
        assertThat(photos.of(caseId)).containsExactly(photo);
        EvidenceItem item = evidence.find(photo.evidence()).orElseThrow();
        assertThat(item.kind()).isEqualTo(EvidenceKind.ID_PHOTO);
        assertThat(item.accepted()).isFalse();
        assertThat(events("evidence.photo-taken")).hasSize(1);
    }

    @Test
    void a_photo_lies_sealed_and_opens_for_the_case() throws Exception {
        IdPhoto photo = taken();
        SealedSecret sealed = rows.picture(photo.id()).orElseThrow();
        String atRest = new String(sealed.toBytes(), StandardCharsets.ISO_8859_1);
        assertThat(atRest).doesNotContain("JFIF").doesNotStartWith("\u00ff\u00d8");
        byte[] shown = photos.view(photo.id(), whoever -> true).orElseThrow().reveal();
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).contains("JFIF");
        assertThat(shown).hasSize(photo.size());
        assertThat(Pictures.read(shown).getWidth()).isEqualTo(300);
    }

    @Test
    void every_look_is_written_down_and_so_is_every_refusal() throws Exception {
        IdPhoto photo = taken();
        try (SignedInAs helpdesk = SignedInAs.withRoles(agent, Role.HELPDESK)) {
            photos.view(photo.id(), asked -> asked.caseId().equals(caseId));
            assertThat(photos.view(photo.id(), asked -> false)).isEmpty();
        }
        List<AuditEvent> looks = events("evidence.photo-viewed");
        assertThat(looks).extracting(AuditEvent::result).containsExactly("shown", "refused");
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.actor()).contains(agent.value());
            assertThat(look.subject()).contains(person.value());
            assertThat(look.details()).containsEntry("photo", photo.id().toString());
        });
    }

    @Test
    void an_unknown_photo_shows_nothing() {
        assertThat(photos.view(UUID.randomUUID(), whoever -> true)).isEmpty();
    }

    @Test
    void twenty_megabytes_are_refused_after_the_first_two() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return read.incrementAndGet() > 20_000_000 ? -1 : 0xff;
            }
        };
        assertRefused(endless, PhotoProblem.TOO_LARGE);
        assertThat(read.get()).isLessThanOrEqualTo(IdPhotos.LARGEST + 1L);
        assertThat(photos.of(caseId)).isEmpty();
        assertThat(evidence.of(caseId)).isEmpty();
    }

    @Test
    void a_script_disguised_as_a_picture_leaves_nothing_behind() {
        assertRefused(
                new ByteArrayInputStream("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)),
                PhotoProblem.NOT_A_PICTURE);
        assertRefused(new ByteArrayInputStream(Pictures.bomb(30_000, 30_000)), PhotoProblem.TOO_MANY_PIXELS);
        assertThat(evidence.of(caseId)).isEmpty();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing_behind() {
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> photos.take(caseId, person, breaking));
        assertThat(evidence.of(caseId)).isEmpty();
    }

    @Test
    void a_case_takes_a_few_photos_and_no_more() throws Exception {
        for (int i = 0; i < IdPhotos.MOST; i++) {
            taken();
        }
        assertRefused(new ByteArrayInputStream(Pictures.jpeg(30, 20)), PhotoProblem.TOO_MANY);
    }

    @Test
    void a_photo_goes_a_week_after_the_decision() throws Exception {
        IdPhoto photo = taken();
        photos.decided(caseId);
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        due.delete();
        assertThat(shown(photo)).isPresent();
        photos.decided(caseId);
        clock.advance(Duration.ofSeconds(1));
        due.delete();
        assertThat(shown(photo)).isEmpty();
        assertThat(photos.of(caseId)).singleElement().satisfies(row -> assertThat(row.deletedAt())
                .contains(clock.instant()));
        assertThat(rows.picture(photo.id())).isEmpty();
        assertThat(events("evidence.photo-deleted")).singleElement().satisfies(event -> assertThat(event.details())
                .containsEntry("photo", photo.id().toString()));
    }

    @Test
    void an_undecided_photo_goes_after_60_days_however_late_the_decision() throws Exception {
        IdPhoto photo = taken();
        Instant taken = clock.instant();
        clock.advance(Duration.ofDays(58));
        photos.decided(caseId);
        assertThat(photos.of(caseId).get(0).deleteAfter()).isEqualTo(taken.plus(Duration.ofDays(60)));
        clock.advance(Duration.ofDays(2));
        due.delete();
        assertThat(shown(photo)).isEmpty();
    }

    @Test
    void several_nodes_delete_a_photo_once() throws Exception {
        taken();
        clock.advance(Duration.ofDays(60));
        InParallel.on(8, () -> {
            due.delete();
            return true;
        });
        assertThat(events("evidence.photo-deleted")).hasSize(1);
    }

    private IdPhoto taken() throws Exception {
        return photos.take(caseId, person, new ByteArrayInputStream(Pictures.jpeg(300, 200)));
    }

    private Optional<?> shown(IdPhoto photo) {
        return photos.view(photo.id(), whoever -> true);
    }

    private List<AuditEvent> events(String action) {
        return trail.ofCase(caseId.value()).stream()
                .filter(event -> event.action().equals(action))
                .toList();
    }

    private void assertRefused(InputStream sent, PhotoProblem problem) {
        assertThatExceptionOfType(PhotoRefused.class)
                .isThrownBy(() -> photos.take(caseId, person, sent))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
