package org.sekisho.recovery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keyed digests of pick-up codes in the table {@code recovery_pick_up}, one for a case. */
@Component
class JdbcPickUpCodes {

    private final JdbcClient jdbc;

    JdbcPickUpCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(CaseId caseId, byte[] digest, Instant expiresAt) {
        take(caseId);
        jdbc.sql("insert into recovery_pick_up (case_id, digest, expires_at) values (:case, :digest, :expires)")
                .param("case", caseId.value())
                .param("digest", digest)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<byte[]> digest(CaseId caseId, Instant now) {
        return jdbc.sql("select digest from recovery_pick_up where case_id = :case and expires_at > :now")
                .param("case", caseId.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBytes("digest"))
                .optional();
    }

    /** Uses a code up; of any number of parallel calls one at most is told so. */
    boolean take(CaseId caseId) {
        return 1
                == jdbc.sql("delete from recovery_pick_up where case_id = :case")
                        .param("case", caseId.value())
                        .update();
    }
}
