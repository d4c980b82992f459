package org.sekisho.channel;

import java.util.List;
import java.util.Set;

/** How sending goes, for staff. */
public interface Outgoings {

    /** What did not get through in the last week, newest first, at most {@code limit}. */
    List<DeadLetter> deadLetters(int limit);

    /** How many messages wait to be sent. */
    int waiting();

    /** The carriers that this node leaves alone because they do not work. */
    Set<String> restingCarriers();

    /** What the messages of the day cost. */
    Spending spending();
}
