package org.sekisho;

import org.sekisho.cli.OperatorCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Sekisho: the one place where all modules meet. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SekishoApplication {

    /** Starts a node, or runs one command for an operator and exits with its code. */
    public static void main(String[] args) {
        if (OperatorCommands.isAsked(args)) {
            System.exit(OperatorCommands.run(SekishoApplication.class, args));
        }
        SpringApplication.run(SekishoApplication.class, args);
    }
}
