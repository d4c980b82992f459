package org.sekisho.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sekisho.directory.DirectoryImport;
import org.sekisho.directory.ImportProblem;
import org.sekisho.directory.ImportReport;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.FileSystemResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes accounts over from a CSV file.",
            "Every row is checked first; where any is wrong, each is told and nothing is written."
        })
final class DirectoryImportCommand extends ProductCommand {

    @Parameters(paramLabel = "FILE", description = "The file, in UTF-8.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private Path file;

    @Option(names = "--dry-run", description = "Check the file and tell what would change, without writing.")
    private boolean dryRun;

    DirectoryImportCommand(Product product) {
        super(product);
    }

    @Override
    boolean accepts() {
        boolean readable = Files.isRegularFile(file) && Files.isReadable(file);
        if (!readable) {
            err().println("There is no file " + file + " that can be read.");
        }
        return readable;
    }

    @Override
    int work(BeanFactory beans) throws IOException {
        DirectoryImport directory = beans.getBean(DirectoryImport.class);
        FileSystemResource csv = new FileSystemResource(file);
        ImportReport report = dryRun ? directory.rehearse(csv) : directory.run(csv);
        Messages messages = beans.getBean(Messages.class);
        report.problems().forEach(problem -> err().println(line(problem, messages)));
        if (report.problemCount() > report.problems().size()) {
            err().println("… and " + (report.problemCount() - report.problems().size()) + " more.");
        }
        out().println(summary(report));
        return report.isClean() ? 0 : 1;
    }

    private static String line(ImportProblem problem, Messages messages) {
        return "line " + problem.line()
                + problem.column().map(column -> ", " + column).orElse("")
                + ": "
                + messages.text(
                        Language.EN, problem.messageKey(), problem.arguments().toArray());
    }

    private String summary(ImportReport report) {
        String counts = report.added() + " added, " + report.changed() + " changed, " + report.ended() + " ended, "
                + report.unchanged() + " unchanged";
        if (report.written()) {
            return "Imported: " + counts + (report.isClean() ? "." : "; " + problems(report) + ".");
        }
        if (!report.isClean()) {
            return "Nothing was written: " + problems(report) + ".";
        }
        return "Dry run, nothing was written. An import would say: " + counts + ".";
    }

    private static String problems(ImportReport report) {
        return report.problemCount() == 1 ? "1 problem" : report.problemCount() + " problems";
    }
}
