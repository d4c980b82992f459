package org.sekisho.helpdesk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sekisho.process.CaseId;
import org.sekisho.process.CaseStatements;
import org.springframework.stereotype.Component;

/** What staff have told each other about a case. */
@Component
class NoteStatements implements CaseStatements {

    private final JdbcNotes notes;

    NoteStatements(JdbcNotes notes) {
        this.notes = notes;
    }

    @Override
    public List<Statement> of(CaseId caseId) {
        return notes.of(caseId, Integer.MAX_VALUE).stream()
                .map(note -> new Statement(
                        Sort.NOTE,
                        note.at(),
                        "helpdesk.event.helpdesk.note-written",
                        Optional.empty(),
                        Optional.of(note.author().value()),
                        Optional.of(note.text())))
                .sorted(Comparator.comparing(Statement::at))
                .toList();
    }

    @Override
    public void forget(Collection<CaseId> cases) {
        notes.remove(cases);
    }
}
