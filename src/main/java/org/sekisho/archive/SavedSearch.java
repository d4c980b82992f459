package org.sekisho.archive;

import java.util.UUID;

/** A search that its owner has saved under a name. */
public record SavedSearch(UUID id, String name, CaseSearch search) {}
