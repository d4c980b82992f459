package org.sekisho.cli;

import picocli.CommandLine.Command;

@Command(
        name = "bin/sekisho",
        mixinStandardHelpOptions = true,
        description = "Commands for operators of Sekisho.",
        synopsisSubcommandLabel = "COMMAND")
final class SekishoCommand {}
