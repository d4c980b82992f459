package org.sekisho.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sekisho.vault.VaultKeyset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = "Makes a keyset with fresh keys that still opens what the old one sealed.")
final class VaultRotateCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The keyset in use.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "The file to make; it must not exist.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private Path fresh;

    @Override
    public Integer call() {
        try {
            VaultKeyset.parse(Files.readString(old)).rotated().writeTo(fresh);
        } catch (IllegalArgumentException e) {
            spec.commandLine().getErr().println("The file " + old + " is not a keyset, or is damaged.");
            return 1;
        } catch (FileAlreadyExistsException e) {
            spec.commandLine()
                    .getErr()
                    .println("There is already a file " + fresh + ". Keys are never overwritten: choose another name.");
            return 1;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("Either " + old + " cannot be read or " + fresh + " cannot be written.");
            return 1;
        }
        spec.commandLine()
                .getOut()
                .println("Made " + fresh + ". Give it to every node before any of them is started with it alone.");
        return 0;
    }
}
