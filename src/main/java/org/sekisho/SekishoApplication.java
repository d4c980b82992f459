package org.sekisho;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Sekisho: the one place where all modules meet. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SekishoApplication {

    public static void main(String[] args) {
        SpringApplication.run(SekishoApplication.class, args);
    }
}
