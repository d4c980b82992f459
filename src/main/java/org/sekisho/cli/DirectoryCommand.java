package org.sekisho.cli;

import picocli.CommandLine.Command;

@Command(name = "directory", description = "Accounts.", synopsisSubcommandLabel = "COMMAND")
final class DirectoryCommand {}
