package org.sekisho.helpdesk;

import java.util.Optional;
import org.sekisho.process.CaseNumbers;
import org.sekisho.process.ProcessKey;

/**
 * What a reader of the list wants to see.
 *
 * @param kind tasks of one process alone
 * @param text a common ID, a part of a name, or the number of a case; blank for none
 */
public record QueueSearch(QueueFilter filter, Optional<ProcessKey> kind, QueueOrder order, String text) {

    /** Everything, what is due first at the top. */
    public static QueueSearch everything() {
        return new QueueSearch(QueueFilter.ALL, Optional.empty(), QueueOrder.DUE, "");
    }

    public QueueSearch with(QueueFilter other) {
        return new QueueSearch(other, kind, order, text);
    }

    public QueueSearch of(Optional<ProcessKey> other) {
        return new QueueSearch(filter, other, order, text);
    }

    public QueueSearch by(QueueOrder other) {
        return new QueueSearch(filter, kind, other, text);
    }

    public QueueSearch containing(String other) {
        return new QueueSearch(filter, kind, order, other);
    }

    /** The number of the case that is sought, where it is one. */
    public Optional<String> caseNumber() {
        return CaseNumbers.in(text);
    }
}
