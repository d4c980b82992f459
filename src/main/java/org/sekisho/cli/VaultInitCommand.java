package org.sekisho.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sekisho.vault.VaultKeyset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes a keyset for a new installation, readable by its owner alone.")
final class VaultInitCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to make; it must not exist.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private Path file;

    @Override
    public Integer call() {
        try {
            VaultKeyset.create().writeTo(file);
        } catch (FileAlreadyExistsException e) {
            spec.commandLine()
                    .getErr()
                    .println("There is already a file " + file + ". Keys are never overwritten: choose another name.");
            return 1;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("The file " + file + " cannot be written. Choose a directory that you may write to.");
            return 1;
        }
        spec.commandLine()
                .getOut()
                .println("Made " + file
                        + ". Keep a copy in a safe place: without it nothing that was sealed can be opened.\n"
                        + "Start Sekisho with SEKISHO_VAULT_KEYSET_FILE=" + file.toAbsolutePath());
        return 0;
    }
}
