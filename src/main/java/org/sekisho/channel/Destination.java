package org.sekisho.channel;

/**
 * Where a message goes: the channel's name and the address in the channel's own form. Prints masked.
 *
 * @param channel the name of a {@link Channel}, such as {@code mail}
 */
public record Destination(String channel, String address) {

    @Override
    public String toString() {
        return channel + ":***";
    }
}
