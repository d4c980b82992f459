package org.sekisho.channel;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What stands in mails that somebody has saved, however they were encoded on their way. */
public interface SavedMails {

    /**
     * The texts of a file, one after another; also of mails within mails. A file that holds no mail is text itself.
     *
     * @throws UncheckedIOException where the file cannot be read
     */
    String text(Path file);
}
