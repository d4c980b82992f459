package org.sekisho.factor.messagecode;

/** What a call asks of its person. */
enum CallMode {
    /** Listen to six digits and type them in. */
    SPOKEN,
    /** Key the two digits that the page shows. */
    KEYED,
    /** Press the # key: passes no secret, and so does not meet NIST SP 800-63B-4 §3.1.3. */
    POUND
}
