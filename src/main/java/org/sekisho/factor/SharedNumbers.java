package org.sekisho.factor;

import java.util.List;
import java.util.UUID;

/** Which telephone numbers several accounts have. What a number is, is not told. */
public interface SharedNumbers {

    /** Each use of a number that at least so many accounts have, the number by its digest. */
    List<Use> usedBy(int accounts);

    /** An account has the number, and got it in that case. */
    record Use(String number, UUID account, UUID boundIn) {}
}
