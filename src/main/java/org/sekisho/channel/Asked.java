package org.sekisho.channel;

import org.sekisho.shared.Language;

/** In what language a message speaks, and what it asks for. */
record Asked(Language language, Reply reply) {}
