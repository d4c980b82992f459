package org.sekisho.helpdesk;

import java.util.UUID;

/** A view of the list that somebody has saved for themselves, under a name of their own. */
public record SavedFilter(UUID id, String name, QueueSearch search) {}
