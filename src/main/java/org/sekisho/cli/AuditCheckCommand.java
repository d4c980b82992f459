package org.sekisho.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sekisho.proof.BundleCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an evidence bundle by itself, without a database or a server.",
            "Exit status: 0 valid, 1 not valid or not read, 2 wrong usage."
        })
final class AuditCheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private Path file;

    @Override
    public Integer call() {
        BundleCheck.Result result;
        try {
            result = BundleCheck.check(file);
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("The file " + file + " cannot be read.");
            return 1;
        }
        result.problems().forEach(spec.commandLine().getErr()::println);
        PrintWriter out = spec.commandLine().getOut();
        if (result.valid()) {
            out.println(result.cases().size() + " cases, " + result.events() + " events in " + result.blocks()
                    + " blocks, made " + result.createdAt() + ".");
            result.fingerprint()
                    .ifPresent(key -> out.println("First key " + key
                            + ": compare it with the one that the installation has told you on another way."));
        }
        out.println(result.valid() ? "The bundle is valid." : "The bundle is NOT valid.");
        return result.valid() ? 0 : 1;
    }
}
