package org.sekisho.vouching;

/** What somebody says who was asked whether it is their person. */
public enum VouchAnswer {
    /** They have spoken with them. */
    YES,
    /** The person does not want to get back in, or it is somebody else. */
    NO,
    /** They do not know the person, or could not reach them. */
    CANNOT_SAY
}
