package org.sekisho.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works with the product of an installation. */
abstract class ProductCommand implements Callable<Integer> {

    private final Product product;

    @Mixin
    private final Installation installation = new Installation();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    ProductCommand(Product product) {
        this.product = product;
    }

    @Override
    public final Integer call() throws Exception {
        return accepts() ? product.run(installation, this::work) : CommandLine.ExitCode.SOFTWARE;
    }

    /**
     * Looks at what was typed before anything is started.
     *
     * @return whether there is something to do; where there is not, it has said why
     * @throws CommandLine.ParameterException where it cannot be understood
     */
    boolean accepts() {
        return true;
    }

    /** @return the exit status */
    abstract int work(BeanFactory beans) throws Exception;

    final CommandLine line() {
        return spec.commandLine();
    }

    final PrintWriter out() {
        return line().getOut();
    }

    final PrintWriter err() {
        return line().getErr();
    }
}
