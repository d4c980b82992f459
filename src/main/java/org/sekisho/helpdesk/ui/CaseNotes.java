package org.sekisho.helpdesk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.directory.AccountId;
import org.sekisho.helpdesk.CaseFile;
import org.sekisho.helpdesk.CaseNote;
import org.sekisho.helpdesk.Notes;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;

/** What staff tell each other about the case, the newest first; nothing written is changed. */
class CaseNotes extends Div implements CasePage.CaseTab {

    private static final long serialVersionUID = 1L;

    private final transient CaseParts parts;
    private final TextArea text;
    private final OrderedList list = new OrderedList();
    private final Paragraph none;
    private transient Optional<CaseFile> file = Optional.empty();
    private transient List<CaseNote> shown = List.of();

    CaseNotes(CaseParts parts) {
        this.parts = parts;
        text = new TextArea(getTranslation("helpdesk.case.notes.new"));
        text.setHelperText(getTranslation("helpdesk.case.notes.help"));
        text.setMaxLength(Notes.LONGEST);
        text.setWidthFull();
        none = new Paragraph(getTranslation("helpdesk.case.notes.none"));
        Button add = new Button(getTranslation("helpdesk.case.notes.add"), click -> write());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        list.addClassName("case-notes");
        add(text, add, none, list);
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void show(CaseFile now) {
        file = Optional.of(now);
        List<CaseNote> notes = parts.notes().of(now.id());
        none.setVisible(notes.isEmpty());
        list.setVisible(!notes.isEmpty());
        if (notes.equals(shown)) {
            return;
        }
        shown = notes;
        list.removeAll();
        Map<AccountId, String> names =
                parts.cases().names(notes.stream().map(CaseNote::author).toList());
        notes.forEach(note -> list.add(item(note, names.getOrDefault(note.author(), ""))));
    }

    private ListItem item(CaseNote note, String author) {
        Span who = new Span(author);
        who.addClassName("case-note-author");
        Paragraph words = new Paragraph(note.text());
        words.addClassName("case-note-text");
        return new ListItem(who, parts.times().at(note.at()), words);
    }

    private void write() {
        String given = text.getValue().strip();
        if (given.isEmpty()) {
            FieldProblem.show(text, getTranslation("helpdesk.case.notes.empty"));
            return;
        }
        CaseFile of = file.orElseThrow();
        parts.notes().written(of.id(), given);
        text.clear();
        text.setInvalid(false);
        show(of);
        MainLayout.announce(getTranslation("helpdesk.case.notes.added"));
    }
}
