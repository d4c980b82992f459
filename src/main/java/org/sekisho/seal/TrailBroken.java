package org.sekisho.seal;

/** A verification found that the trail is not as it was sealed. */
public record TrailBroken(Verdict verdict) {}
