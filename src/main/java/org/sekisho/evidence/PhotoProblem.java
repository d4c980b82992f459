package org.sekisho.evidence;

import java.util.Locale;

/** Why a photo was not taken. */
public enum PhotoProblem {
    /** It has more than {@link IdPhotos#LARGEST} bytes. */
    TOO_LARGE,
    /** It is neither a JPEG nor a PNG, whatever it is called. */
    NOT_A_PICTURE,
    /** It has more pixels than any card needs. */
    TOO_MANY_PIXELS,
    /** It begins like a picture and cannot be read to its end. */
    BROKEN,
    /** The case has {@link IdPhotos#MOST} photos. */
    TOO_MANY;

    /** The key of the text that tells the person. */
    public String key() {
        return "evidence.photo." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
