package org.sekisho.cli;

import picocli.CommandLine.Command;

@Command(name = "vault", description = "The keys that seal secrets.", synopsisSubcommandLabel = "COMMAND")
final class VaultCommand {}
