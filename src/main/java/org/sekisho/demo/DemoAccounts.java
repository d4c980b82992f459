package org.sekisho.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sekisho.directory.Accounts;
import org.sekisho.directory.CommonId;
import org.sekisho.directory.DirectoryImport;
import org.sekisho.directory.ImportReport;
import org.sekisho.directory.Passwords;
import org.sekisho.shared.Secret;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Imports the people of the demo world at its first start, before anybody can sign in; later they stay as they have become. */
@Component
@Profile("demo")
class DemoAccounts implements SmartInitializingSingleton {

    /** Stands in the README: whoever can reach a demo may sign in to it. */
    private static final String PASSWORD = "sekisho-demo-2026";

    private final Accounts accounts;
    private final Passwords passwords;
    private final DirectoryImport directory;
    private final Resource csv;

    DemoAccounts(
            Accounts accounts,
            Passwords passwords,
            DirectoryImport directory,
            @Value("classpath:demo/accounts.csv") Resource csv) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.directory = directory;
        this.csv = csv;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            List<String> lines =
                    csv.getContentAsString(StandardCharsets.UTF_8).lines().toList();
            if (hasFirstOf(lines)) {
                return;
            }
            ImportReport report = directory.run(withPasswords(lines));
            if (!report.isClean()) {
                throw new IllegalStateException("the demo's accounts cannot be imported: " + report.problems());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean hasFirstOf(List<String> lines) {
        String first = lines.get(1).substring(0, lines.get(1).indexOf(','));
        return CommonId.parse(first).flatMap(accounts::find).isPresent();
    }

    private ByteArrayResource withPasswords(List<String> lines) {
        String complete = IntStream.range(0, lines.size())
                .mapToObj(line -> lines.get(line) + ","
                        + (line == 0 ? "password_hash" : '"' + passwords.hash(Secret.of(PASSWORD)) + '"'))
                .collect(Collectors.joining("\n"));
        return new ByteArrayResource(complete.getBytes(StandardCharsets.UTF_8));
    }
}
