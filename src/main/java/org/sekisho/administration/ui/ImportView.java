package org.sekisho.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.receivers.MemoryBuffer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.sekisho.directory.DirectoryImport;
import org.sekisho.directory.ImportProblem;
import org.sekisho.directory.ImportReport;
import org.sekisho.security.Access;
import org.sekisho.workbench.MainLayout;
import org.sekisho.workbench.TaskPage;
import org.sekisho.workbench.UploadWords;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

/** Imports the directory from a file: first a rehearsal that says what would change, then the import itself. */
@Route(value = "administration/import", layout = MainLayout.class)
@Menu(title = "administration.import.title", icon = "person", order = 40)
@RolesAllowed(Access.ADMINISTRATOR)
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** Tens of thousands of accounts at about 200 bytes each, with room to spare. */
    private static final int LARGEST_FILE_BYTES = 20 * 1024 * 1024;

    private static final int PROBLEMS_SHOWN = 100;

    private final transient DirectoryImport directory;

    ImportView(DirectoryImport directory) {
        this.directory = directory;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chooseFile();
    }

    @Override
    public String getPageTitle() {
        return "administration.import.title";
    }

    private void chooseFile() {
        TaskPage page = new TaskPage(getTranslation("administration.import.title"));
        page.lead(getTranslation("administration.import.lead"));
        MemoryBuffer file = new MemoryBuffer();
        Upload upload = new Upload(file);
        upload.setAcceptedFileTypes("text/csv", ".csv");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST_FILE_BYTES);
        upload.setUploadButton(uploadButton());
        upload.setI18n(UploadWords.of(this::word));
        upload.addFileRejectedListener(rejected -> page.error(word("rejected")));
        upload.addSucceededListener(received -> rehearse(content(file)));
        page.content(upload);
        show(page);
    }

    private Button uploadButton() {
        return new Button(getTranslation("administration.import.choose"));
    }

    private String word(String part) {
        return getTranslation("administration.import.upload." + part);
    }

    private void rehearse(InputStreamSource csv) {
        ImportReport report = read(() -> directory.rehearse(csv));
        TaskPage page = new TaskPage(getTranslation("administration.import.rehearsal"));
        if (report.isClean()) {
            page.lead(counts("administration.import.would", report));
            page.primary(getTranslation("administration.import.run"), () -> run(csv));
        } else {
            page.error(getTranslation("administration.import.problems", report.problemCount()));
            page.content(problems(report));
        }
        page.quiet(getTranslation("administration.import.another"), () -> {
            chooseFile();
            MainLayout.readFromTheTop();
        });
        show(page);
        MainLayout.readFromTheTop();
    }

    private void run(InputStreamSource csv) {
        ImportReport report = read(() -> directory.run(csv));
        TaskPage page = new TaskPage(getTranslation("administration.import.title"));
        page.lead(counts("administration.import.done", report));
        if (!report.isClean()) {
            page.error(getTranslation("administration.import.problems", report.problemCount()));
            page.content(problems(report));
        }
        page.primary(getTranslation("administration.import.to-status"), () -> UI.getCurrent()
                .navigate(""));
        show(page);
        MainLayout.readFromTheTop();
    }

    private String counts(String key, ImportReport report) {
        return getTranslation(key, report.rows(), report.added(), report.changed(), report.ended(), report.unchanged());
    }

    private Div problems(ImportReport report) {
        OrderedList list = new OrderedList();
        report.problems().stream().limit(PROBLEMS_SHOWN).forEach(problem -> list.add(new ListItem(text(problem))));
        Div shown = new Div(list);
        int more = report.problemCount()
                - Math.min(PROBLEMS_SHOWN, report.problems().size());
        if (more > 0) {
            shown.add(new Paragraph(getTranslation("administration.import.more", more)));
        }
        return shown;
    }

    private String text(ImportProblem problem) {
        String what = getTranslation(problem.messageKey(), problem.arguments().toArray());
        return problem.column()
                .map(column -> getTranslation("administration.import.cell", problem.line(), column, what))
                .orElseGet(() -> getTranslation("administration.import.line", problem.line(), what));
    }

    private void show(TaskPage page) {
        removeAll();
        add(page);
    }

    private static InputStreamSource content(MemoryBuffer file) {
        return new ByteArrayResource(read(() -> file.getInputStream().readAllBytes()));
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a file that lies in memory. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
