package org.sekisho.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** Runs what an operator asks of {@code bin/sekisho}. */
public final class OperatorCommands {

    /** What stands before a command when the product is started for one. */
    private static final String WORD = "command";

    /**
     * The whole product, but it neither listens nor works on jobs or messages: those are left to the nodes. What the command
     * does not touch is not made at all: an operator need not wait for an engine or for screens. Errors alone are printed
     * beside what the command says.
     */
    private static final String[] QUIET = {
        "--spring.main.lazy-initialization=true",
        "--server.port=-1",
        "--camunda.bpm.job-execution.enabled=false",
        "--sekisho.channel.dispatching=false",
        "--sekisho.archive.recording=false",
        "--sekisho.audit.seal.enabled=false",
        "--logging.threshold.console=ERROR",
        // threads that end after the log has closed would be told of on the operator's screen
        "--logging.register-shutdown-hook=false",
        "--logging.pattern.console=%m%n"
    };

    private OperatorCommands() {}

    /** Whether the product was started for a command. */
    public static boolean isAsked(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(WORD);
    }

    /**
     * Runs a command to its end.
     *
     * @param application the class that starts the product, for commands that need it
     * @return 0 where it was done, 1 where it was refused or found errors, 2 where the command was not understood
     */
    public static int run(Class<?> application, String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        return commandLine((options, work) -> start(application, options, work))
                .setOut(out)
                .setErr(err)
                .execute(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** All commands, against the product that is given. */
    static CommandLine commandLine(Product product) {
        return new CommandLine(new SekishoCommand())
                .addSubcommand(
                        new CommandLine(new DirectoryCommand()).addSubcommand(new DirectoryImportCommand(product)))
                .addSubcommand(new CommandLine(new VaultCommand())
                        .addSubcommand(new VaultInitCommand())
                        .addSubcommand(new VaultRotateCommand())
                        .addSubcommand(new VaultCheckCommand(product)))
                .addSubcommand(new CommandLine(new AuditCommand())
                        .addSubcommand(new AuditVerifyCommand(product))
                        .addSubcommand(new AuditAnchorCommand(product))
                        .addSubcommand(new AuditCheckCommand())
                        .addSubcommand(new AuditKeysCommand(product))
                        .addSubcommand(new AuditRotateKeyCommand(product))
                        .addSubcommand(new AuditEraseCommand(product))
                        .addSubcommand(new AuditReconcileCommand(product)))
                .addSubcommand(new CommandLine(new StaffCommand()).addSubcommand(new StaffInviteCommand(product)))
                .setExecutionExceptionHandler(new PlainFailure());
    }

    private static int start(Class<?> application, Installation installation, Product.Work work) throws Exception {
        String[] settings = installation.settings();
        String[] all = Arrays.copyOf(QUIET, QUIET.length + settings.length);
        System.arraycopy(settings, 0, all, QUIET.length, settings.length);
        ConfigurableApplicationContext context;
        try {
            context = new SpringApplicationBuilder(application).run(all);
        } catch (RuntimeException e) {
            throw new NotStarted(e);
        }
        try (context) {
            return work.with(context);
        }
    }

    /** The product has said why it does not start. */
    private static final class NotStarted extends RuntimeException {

        private NotStarted(Throwable cause) {
            super(cause);
        }
    }

    /** One line instead of a stack trace; what did not start has already explained itself. */
    private static final class PlainFailure implements CommandLine.IExecutionExceptionHandler {

        @Override
        public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
            if (!(failure instanceof NotStarted)) {
                command.getErr().println(failure.getMessage());
            }
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
