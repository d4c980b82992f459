package org.sekisho.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.sekisho.channel.SavedMails;
import org.sekisho.seal.Anchor;
import org.sekisho.seal.TrailVerification;
import org.sekisho.seal.Verdict;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Tells whether the trail is as it was sealed, and if not, what was done to it.",
            "Exit status: 0 intact, 1 not intact or not verified, 2 wrong usage."
        })
final class AuditVerifyCommand extends ProductCommand {

    @Option(
            names = "--anchors",
            paramLabel = "FILE",
            description =
                    "Anchors kept outside: a file that a node wrote, or saved mails of the notary. May be given several times.")
    private List<Path> anchors = List.of();

    AuditVerifyCommand(Product product) {
        super(product);
    }

    @Override
    int work(BeanFactory beans) {
        List<Anchor> further = anchors.stream()
                .map(beans.getBean(SavedMails.class)::text)
                .flatMap(Anchor::in)
                .distinct()
                .toList();
        return further.isEmpty() && !anchors.isEmpty()
                ? refuse()
                : tell(beans.getBean(TrailVerification.class).verifyAll(further));
    }

    private int refuse() {
        String files = anchors.stream().map(Path::toString).collect(Collectors.joining(", "));
        err().println("There is no anchor in " + files + ". Name the file that has them.");
        return 1;
    }

    private int tell(Verdict verdict) {
        PrintWriter err = err();
        verdict.findings().forEach(err::println);
        if (verdict.more()) {
            err.println("and more: after " + TrailVerification.MOST_FINDINGS + " the search was ended");
        }
        PrintWriter out = out();
        out.println(verdict.events() + " events in " + verdict.blocks() + " blocks compared, " + verdict.retired()
                + " retired, " + verdict.unsealed() + " not sealed yet.");
        out.println(verdict.unanchoredSince()
                .map(since -> "Unanchored since " + since + ": what was cut off from there on would not be noticed.")
                .orElse(
                        verdict.head() == 0
                                ? "Nothing is sealed yet."
                                : "Anchored up to block " + verdict.head() + "."));
        out.println(verdict.intact() ? "The trail is intact." : "The trail is NOT intact.");
        return verdict.intact() ? 0 : 1;
    }
}
