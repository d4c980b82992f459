package org.sekisho;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Sekisho: the one place where all modules meet. */
@SpringBootApplication
public class SekishoApplication {

    public static void main(String[] args) {
        SpringApplication.run(SekishoApplication.class, args);
    }
}
