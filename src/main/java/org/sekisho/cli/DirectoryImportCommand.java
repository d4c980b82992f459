package org.sekisho.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sekisho.directory.DirectoryImport;
import org.sekisho.directory.ImportProblem;
import org.sekisho.directory.ImportReport;
import org.sekisho.shared.Language;
import org.sekisho.wording.Messages;
import org.springframework.core.io.FileSystemResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes accounts over from a CSV file.",
            "Every row is checked first; where any is wrong, each is told and nothing is written."
        })
final class DirectoryImportCommand implements Callable<Integer> {

    private final Product product;

    @Mixin
    private final Installation installation = new Installation();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, in UTF-8.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private Path file;

    @Option(names = "--dry-run", description = "Check the file and tell what would change, without writing.")
    private boolean dryRun;

    DirectoryImportCommand(Product product) {
        this.product = product;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            err.println("There is no file " + file + " that can be read.");
            return 1;
        }
        return product.run(installation, beans -> {
            DirectoryImport directory = beans.getBean(DirectoryImport.class);
            FileSystemResource csv = new FileSystemResource(file);
            ImportReport report = dryRun ? directory.rehearse(csv) : directory.run(csv);
            Messages messages = beans.getBean(Messages.class);
            report.problems().forEach(problem -> err.println(line(problem, messages)));
            if (report.problemCount() > report.problems().size()) {
                err.println(
                        "… and " + (report.problemCount() - report.problems().size()) + " more.");
            }
            out.println(summary(report));
            return report.isClean() ? 0 : 1;
        });
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
