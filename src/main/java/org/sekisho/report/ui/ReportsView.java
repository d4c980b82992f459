package org.sekisho.report.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.process.ProcessKey;
import org.sekisho.report.Cell;
import org.sekisho.report.Period;
import org.sekisho.report.Report;
import org.sekisho.report.ReportKind;
import org.sekisho.report.Reports;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.sekisho.workbench.Calendars;
import org.sekisho.workbench.FieldProblem;
import org.sekisho.workbench.MainLayout;

/** What is counted for those who look after the whole; the report, its days and its process stand in the address. */
@Route(value = ReportsView.ROUTE, layout = MainLayout.class)
@RolesAllowed({"AUDITOR", "ADMINISTRATOR", "LEAD"})
@PageTitle("report.title")
@Menu(title = "report.title", icon = "chart", order = 32)
class ReportsView extends Div implements BeforeEnterObserver {

    static final String ROUTE = "audit/reports";

    private static final long serialVersionUID = 1L;

    private final transient Reports reports;
    private final transient Messages messages;

    ReportsView(Reports reports, Messages messages) {
        this.reports = reports;
        this.messages = messages;
        addClassNames("page", "compact", "figures", "reports");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ReportAddress address = ReportAddress.read(event.getLocation().getQueryParameters());
        List<ReportKind> kinds = reports.kinds();
        ReportKind kind = address.kind().filter(kinds::contains).orElse(kinds.get(0));
        Period period = address.period().orElseGet(reports::usualPeriod);
        show(kinds, kind, period, address.process());
    }

    private void show(List<ReportKind> kinds, ReportKind kind, Period period, Optional<ProcessKey> process) {
        removeAll();
        add(new H1(getTranslation("report.title")), tabs(kinds, kind, period));
        if (kind.ofPeriod()) {
            add(choice(kind, period, process));
        }
        Report report = reports.read(kind, period, process);
        report.heat().ifPresent(heat -> add(new HeatMap(heat, this::words)));
        report.tables().forEach(table -> add(new ReportTable(table, this::words)));
        add(file(kind, period, process));
    }

    private Component tabs(List<ReportKind> kinds, ReportKind shown, Period period) {
        Nav nav = new Nav();
        nav.addClassName("report-kinds");
        nav.getElement().setAttribute("aria-label", getTranslation("report.kinds"));
        kinds.forEach(kind -> {
            Anchor link = new Anchor(
                    ROUTE + "?"
                            + new ReportAddress(Optional.of(kind), Optional.of(period), Optional.empty())
                                    .parameters()
                                    .getQueryString(),
                    getTranslation("report.kind." + kind.key()));
            if (kind == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        });
        return nav;
    }

    private Component choice(ReportKind kind, Period period, Optional<ProcessKey> process) {
        DatePicker from = new DatePicker(getTranslation("report.from"), period.from());
        DatePicker until = new DatePicker(getTranslation("report.until"), period.until());
        from.setI18n(Calendars.words(this));
        until.setI18n(Calendars.words(this));
        Select<ProcessKey> of = new Select<>();
        of.setLabel(getTranslation("report.process"));
        boolean ofProcess = kind == ReportKind.STEPS || kind == ReportKind.VOLUMES;
        of.setVisible(ofProcess);
        of.setItems(reports.processes());
        of.setEmptySelectionAllowed(kind == ReportKind.VOLUMES);
        of.setEmptySelectionCaption(getTranslation("report.all"));
        of.setItemLabelGenerator(key -> key == null
                ? getTranslation("report.all")
                : words(new Cell.Words("helpdesk.kind." + key.value(), key.value())));
        process.or(() -> kind == ReportKind.STEPS ? reports.processes().stream().findFirst() : Optional.empty())
                .filter(reports.processes()::contains)
                .ifPresent(of::setValue);
        Button show = new Button(getTranslation("report.show"), click -> {
            LocalDate first = from.getValue();
            LocalDate last = until.getValue();
            if (first == null) {
                FieldProblem.show(from, getTranslation("report.day.missing"));
            } else if (last == null
                    || last.isBefore(first)
                    || first.plusDays(Period.LONGEST).isBefore(last)) {
                FieldProblem.show(until, getTranslation("report.day.order"));
            } else {
                click.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.navigate(
                                ROUTE,
                                new ReportAddress(
                                                Optional.of(kind),
                                                Optional.of(new Period(first, last)),
                                                Optional.ofNullable(of.getValue()))
                                        .parameters()));
            }
        });
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div choice = new Div(from, until, of, show);
        choice.addClassName("report-choice");
        return choice;
    }

    private Component file(ReportKind kind, Period period, Optional<ProcessKey> process) {
        Language language = Language.of(getLocale());
        Anchor file = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] table = reports.csv(kind, period, process, language);
                    return new DownloadResponse(
                            new ByteArrayInputStream(table),
                            "sekisho-" + kind.key() + ".csv",
                            "text/csv; charset=utf-8",
                            table.length);
                }),
                getTranslation("report.file"));
        file.addClassName("report-file");
        return file;
    }

    private String words(Cell cell) {
        return cell.text(messages, Language.of(getLocale()));
    }
}
