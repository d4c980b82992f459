package org.sekisho.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.evidence.EvidenceItem.Result;
import org.sekisho.process.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All evidence, in the table {@code evidence}, which holds each kind and occasion of a case once. */
@Component
class JdbcEvidence implements Evidence {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcEvidence(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public EvidenceItem add(
            CaseId caseId, AccountId account, EvidenceKind kind, Optional<AccountId> checkedBy, String occasion) {
        if (kind.byPerson() != checkedBy.isPresent()) {
            throw new IllegalArgumentException(
                    kind.byPerson()
                            ? kind + " needs somebody who makes sure of it"
                            : kind + " is checked by nobody yet");
        }
        checkedBy.ifPresent(checker -> demandSomebodyElse(account, checker));
        if (of(caseId).stream().anyMatch(item -> !item.account().equals(account))) {
            throw new IllegalArgumentException("the case is about somebody else");
        }
        return find(caseId, kind, occasion).orElseGet(() -> insert(caseId, account, kind, checkedBy, occasion));
    }

    private EvidenceItem insert(
            CaseId caseId, AccountId account, EvidenceKind kind, Optional<AccountId> checkedBy, String occasion) {
        Instant now = clock.instant();
        EvidenceItem item = new EvidenceItem(
                UUID.randomUUID(),
                caseId,
                account,
                kind,
                kind.judged() ? Result.OPEN : Result.ACCEPTED,
                checkedBy,
                now);
        jdbc.sql(
                        "insert into evidence (id, case_id, account_id, kind, occasion, result, checked_by, added_at, checked_at)"
                                + " values (:id, :case, :account, :kind, :occasion, :result, :checker, :now, :checked)")
                .param("id", item.id())
                .param("case", caseId.value())
                .param("account", account.value())
                .param("kind", kind.name())
                .param("occasion", occasion)
                .param("result", item.result().name())
                .param("checker", checkedBy.map(AccountId::value).orElse(null))
                .param("now", utc(now))
                .param("checked", item.accepted() ? utc(now) : null)
                .update();
        record("evidence.evidence-added", item, item.result());
        return item;
    }

    /** The cases are gone, and with them what is left of their photos. */
    void remove(Collection<CaseId> cases) {
        for (String rows : List.of(
                "evidence_photo where evidence_id in (select id from evidence where case_id in (:cases))",
                "evidence where case_id in (:cases)")) {
            jdbc.sql("delete from " + rows)
                    .param("cases", cases.stream().map(CaseId::value).toList())
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<EvidenceItem> of(CaseId caseId) {
        return jdbc.sql("select * from evidence where case_id = :case order by added_at, id")
                .param("case", caseId.value())
                .query(JdbcEvidence::read)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<EvidenceItem> find(UUID id) {
        return jdbc.sql("select * from evidence where id = :id")
                .param("id", id)
                .query(JdbcEvidence::read)
                .optional();
    }

    private Optional<EvidenceItem> find(CaseId caseId, EvidenceKind kind, String occasion) {
        return jdbc.sql("select * from evidence where case_id = :case and kind = :kind and occasion = :occasion")
                .param("case", caseId.value())
                .param("kind", kind.name())
                .param("occasion", occasion)
                .query(JdbcEvidence::read)
                .optional();
    }

    @Override
    @Transactional
    public boolean accept(UUID id, AccountId checker) {
        EvidenceItem item = judged(id, checker);
        if (update(id, checker, Result.ACCEPTED, List.of(Result.OPEN))) {
            record("evidence.evidence-judged", item, Result.ACCEPTED);
        }
        return find(id).filter(EvidenceItem::accepted).isPresent();
    }

    @Override
    @Transactional
    public void reject(UUID id, AccountId checker) {
        EvidenceItem item = judged(id, checker);
        if (update(id, checker, Result.REJECTED, List.of(Result.OPEN, Result.ACCEPTED))) {
            record("evidence.evidence-judged", item, Result.REJECTED);
        }
    }

    private EvidenceItem judged(UUID id, AccountId checker) {
        EvidenceItem item = find(id).orElseThrow(() -> new IllegalArgumentException("there is no evidence " + id));
        demandSomebodyElse(item.account(), checker);
        return item;
    }

    private boolean update(UUID id, AccountId checker, Result result, List<Result> before) {
        return jdbc.sql("update evidence set result = :result, checked_by = :checker, checked_at = :now"
                                + " where id = :id and result in (:before)")
                        .param("result", result.name())
                        .param("checker", checker.value())
                        .param("now", utc(clock.instant()))
                        .param("id", id)
                        .param("before", before.stream().map(Result::name).toList())
                        .update()
                == 1;
    }

    private void record(String action, EvidenceItem item, Result result) {
        audit.record(
                action,
                Optional.of(item.account().value()),
                Optional.of(item.caseId().value()),
                kebab(result),
                Map.of("evidence", item.id().toString(), "kind", kebab(item.kind())));
    }

    private static void demandSomebodyElse(AccountId account, AccountId checker) {
        if (account.equals(checker)) {
            throw new IllegalArgumentException("nobody makes sure of themselves");
        }
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static EvidenceItem read(ResultSet row, int number) throws SQLException {
        return new EvidenceItem(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                EvidenceKind.valueOf(row.getString("kind")),
                Result.valueOf(row.getString("result")),
                Optional.ofNullable(row.getObject("checked_by", UUID.class)).map(AccountId::new),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
