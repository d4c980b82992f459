package org.sekisho.audit;

/**
 * From where somebody acted. Personal data: the trail keeps it sealed under a key of the person's own.
 *
 * @param address the network address that the request came from
 * @param network tells networks apart without naming them: a keyed digest, in hexadecimal
 * @param device the kind of browser and of operating system, as the browser names itself; empty where it does not
 */
public record Origin(String address, String network, String device) {

    @Override
    public String toString() {
        return "***";
    }
}
