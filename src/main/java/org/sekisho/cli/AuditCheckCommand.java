package org.sekisho.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sekisho.proof.BundleCheck;
import org.sekisho.seal.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(
            names = "--key",
            paramLabel = "FINGERPRINT",
            description = {
                "The fingerprint of the installation's first key, 64 hexadecimal digits, as bin/sekisho audit keys prints it there.",
                "A bundle that another installation has made is not valid then."
            })
    private @Nullable String key;

    @Override
    public Integer call() {
        Optional<Hash> expected = expected();
        BundleCheck.Result result;
        try {
            result = BundleCheck.check(file);
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("The file " + file + " cannot be read.");
            return 1;
        }
        PrintWriter err = spec.commandLine().getErr();
        result.problems().forEach(err::println);
        boolean ours = expected.isEmpty() || expected.equals(result.fingerprint());
        if (!ours) {
            err.println("The first key is "
                    + result.fingerprint().map(Hash::toString).orElse("none")
                    + ", not the one that was given: this bundle is from another installation, or forged.");
        }
        boolean valid = result.valid() && ours;
        PrintWriter out = spec.commandLine().getOut();
        if (valid) {
            tell(result, expected.isPresent(), out);
        }
        out.println(valid ? "The bundle is valid." : "The bundle is NOT valid.");
        return valid ? 0 : 1;
    }

    private static void tell(BundleCheck.Result result, boolean compared, PrintWriter out) {
        out.println(result.cases().size() + " cases, " + result.events() + " events in " + result.blocks()
                + " blocks, made " + result.createdAt() + ".");
        if (result.records() > 0) {
            out.println("Complete: all events that " + result.records() + " finished cases had when they were recorded"
                    + (result.letGo() == 0
                            ? "."
                            : ", but for " + result.letGo() + " that a rule of retention let go."));
        }
        result.fingerprint()
                .ifPresent(first -> out.println("First key " + first
                        + (compared
                                ? ", as given."
                                : ": compare it with the one that the installation has told you on another way.")));
    }

    private Optional<Hash> expected() {
        try {
            return Optional.ofNullable(key).map(Hash::parse);
        } catch (IllegalArgumentException other) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A fingerprint has 64 hexadecimal digits; bin/sekisho audit keys prints it where the bundle was made.");
        }
    }
}
