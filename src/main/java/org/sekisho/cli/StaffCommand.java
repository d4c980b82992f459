package org.sekisho.cli;

import picocli.CommandLine.Command;

@Command(name = "staff", description = "People who work here.", synopsisSubcommandLabel = "COMMAND")
final class StaffCommand {}
