package org.sekisho.archive;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.sekisho.seal.StandingProof;
import org.springframework.stereotype.Component;

/** What proves the record of a case stays in the trail for as long as the record is kept. */
@Component
class ProvenRecords implements StandingProof {

    private final JdbcCaseRecords records;

    ProvenRecords(JdbcCaseRecords records) {
        this.records = records;
    }

    @Override
    public String action() {
        return CaseRecords.RECORDED;
    }

    @Override
    public Set<UUID> kept(Collection<UUID> cases) {
        return records.kept(cases);
    }
}
