package org.sekisho.cli;

import java.util.Optional;
import org.sekisho.seal.Anchor;
import org.sekisho.seal.Anchors;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;

@Command(
        name = "anchor",
        mixinStandardHelpOptions = true,
        description = "Prints the head of the trail, to be kept where nobody can change it.")
final class AuditAnchorCommand extends ProductCommand {

    AuditAnchorCommand(Product product) {
        super(product);
    }

    @Override
    int work(BeanFactory beans) {
        Optional<Anchor> head = beans.getBean(Anchors.class).head();
        head.ifPresentOrElse(out()::println, () -> err().println("Nothing is sealed yet: start a node for a minute."));
        return head.isPresent() ? 0 : 1;
    }
}
