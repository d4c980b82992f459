package org.sekisho.cli;

import picocli.CommandLine.Command;

@Command(name = "audit", description = "The trail of what happened.", synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {}
