package org.sekisho.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sekisho.archive.ArchivedCase;
import org.sekisho.archive.CaseArchive;
import org.sekisho.directory.Account;
import org.sekisho.directory.Role;
import org.sekisho.security.SignedInAs;
import org.sekisho.shared.Language;
import org.sekisho.testing.TestAccounts;
import org.springframework.beans.factory.BeanFactory;

/** A bundle as an auditor takes it away. */
public final class TakenBundle {

    private TakenBundle() {}

    /** Writes the bundle of a case into a file of the directory. */
    public static Path of(BeanFactory product, ArchivedCase found, Language language, Path directory)
            throws IOException {
        Path file = directory.resolve(language.tag() + ".zip");
        Account auditor = product.getBean(TestAccounts.class).create(account -> account.roles(Role.AUDITOR));
        try (SignedInAs ignored = SignedInAs.withRoles(auditor.id(), Role.AUDITOR);
                OutputStream out = Files.newOutputStream(file)) {
            product.getBean(CaseArchive.class).bundle(found, language, out);
        }
        return file;
    }
}
