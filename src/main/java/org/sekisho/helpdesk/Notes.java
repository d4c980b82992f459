package org.sekisho.helpdesk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.audit.AuditTrail;
import org.sekisho.directory.AccountId;
import org.sekisho.helpdesk.JdbcCases.Known;
import org.sekisho.process.CaseId;
import org.sekisho.security.CurrentUser;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff tell each other about a case. Whoever may read its file may read and write them; nobody changes one. */
@Component
public class Notes {

    /** The longest note, in characters. */
    public static final int LONGEST = 2000;

    /** As many as a page shows. */
    private static final int MOST = 200;

    private final JdbcNotes notes;
    private final Cases cases;
    private final CaseNews news;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Clock clock;

    Notes(JdbcNotes notes, Cases cases, CaseNews news, CurrentUser user, AuditTrail audit, Clock clock) {
        this.notes = notes;
        this.cases = cases;
        this.news = news;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The notes of a case, the newest first.
     *
     * @throws AccessDeniedException where the case is not the reader's to see
     */
    @Transactional(readOnly = true)
    public List<CaseNote> of(CaseId caseId) {
        cases.demand(caseId);
        return notes.of(caseId, MOST);
    }

    /**
     * Adds a note.
     *
     * @param text 1 to {@value #LONGEST} characters
     * @throws AccessDeniedException where the case is not the writer's to see
     * @throws IllegalArgumentException where the text is blank or too long
     */
    @Transactional
    public void written(CaseId caseId, String text) {
        Known known = cases.demand(caseId);
        String given = text.strip();
        if (given.isEmpty() || given.length() > LONGEST) {
            throw new IllegalArgumentException("a note has 1 to " + LONGEST + " characters");
        }
        notes.add(caseId, new CaseNote(user.get().account(), clock.instant(), given));
        audit.record(
                "helpdesk.note-written",
                known.subject().map(AccountId::value),
                Optional.of(caseId.value()),
                "written",
                Map.of());
        news.changed(caseId);
    }
}
