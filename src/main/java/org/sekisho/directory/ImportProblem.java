package org.sekisho.directory;

import java.util.List;
import java.util.Optional;

/**
 * Something wrong in a file to import.
 *
 * @param line the line in which the row begins, from 1
 * @param column the column, where it is about one
 * @param messageKey the key of the message that says what is wrong and what to do
 * @param arguments what the message mentions; never a name, an address or a password
 */
public record ImportProblem(long line, Optional<String> column, String messageKey, List<String> arguments) {

    public ImportProblem {
        arguments = List.copyOf(arguments);
    }
}
