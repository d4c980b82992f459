package org.sekisho.seal;

import java.util.OptionalLong;

/**
 * Something that is not as it was sealed.
 *
 * @param block the number of the block concerned
 * @param event the id of the event concerned
 * @param other the id of the event that it was swapped with
 */
public record Finding(Kind kind, OptionalLong block, OptionalLong event, OptionalLong other) {

    /** What was done to the trail. */
    public enum Kind {
        /** The event does not say any more what was sealed. */
        EVENT_CHANGED,
        /** Two events each say what the other one did. */
        EVENTS_SWAPPED,
        /** An event is gone, and no rule of retention let it go. */
        EVENT_REMOVED,
        /** An event stands where there was none when its neighbours were sealed. */
        EVENT_INSERTED,
        /** The header of a block is malformed, or its columns or the hashes of its events do not fit it. */
        BLOCK_CHANGED,
        /** A block is not signed by the key that it names. */
        BLOCK_FORGED,
        /** A block is gone, and others follow it. */
        BLOCK_REMOVED,
        /** A block does not follow the one before it. */
        CHAIN_BROKEN,
        /** A key that signs is not one that the product made, or its predecessor did not vouch for it. */
        KEY_REPLACED,
        /** The trail ends before a block that was written down outside, or that the last verification has seen. */
        TAIL_CUT,
        /** The trail ends before an event up to which all was sealed: its end was cut off, or the mark was moved. */
        MARK_CONTRADICTED,
        /** A block is another one than that which was written down outside. */
        ANCHOR_CONTRADICTED
    }

    static Finding ofBlock(Kind kind, long block) {
        return new Finding(kind, OptionalLong.of(block), OptionalLong.empty(), OptionalLong.empty());
    }

    static Finding ofEvent(Kind kind, long block, long event) {
        return new Finding(kind, OptionalLong.of(block), OptionalLong.of(event), OptionalLong.empty());
    }

    static Finding swapped(long block, long event, long other) {
        return new Finding(Kind.EVENTS_SWAPPED, OptionalLong.of(block), OptionalLong.of(event), OptionalLong.of(other));
    }

    static Finding inserted(long event) {
        return new Finding(Kind.EVENT_INSERTED, OptionalLong.empty(), OptionalLong.of(event), OptionalLong.empty());
    }

    static Finding endsBefore(long event) {
        return new Finding(Kind.MARK_CONTRADICTED, OptionalLong.empty(), OptionalLong.of(event), OptionalLong.empty());
    }

    static Finding ofKey(int key) {
        return new Finding(Kind.KEY_REPLACED, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(key));
    }

    /** Such as {@code event 17 of block 3 was changed}, for the log and the command line. */
    @Override
    public String toString() {
        return switch (kind) {
            case EVENT_CHANGED -> ofBlock("event " + event.getAsLong(), "was changed");
            case EVENTS_SWAPPED -> ofBlock("events " + event.getAsLong() + " and " + other.getAsLong(), "were swapped");
            case EVENT_REMOVED -> ofBlock("event " + event.getAsLong(), "was removed");
            case EVENT_INSERTED -> "event " + event.getAsLong() + " was inserted";
            case BLOCK_CHANGED -> "block " + block.getAsLong() + " was changed";
            case BLOCK_FORGED -> "block " + block.getAsLong() + " is not signed by the key that it names";
            case BLOCK_REMOVED -> "block " + block.getAsLong() + " was removed";
            case CHAIN_BROKEN -> "block " + block.getAsLong() + " does not follow the one before it";
            case KEY_REPLACED -> "key " + other.getAsLong() + " was replaced";
            case TAIL_CUT -> "the trail was cut off before block " + block.getAsLong() + ", which was there once";
            case MARK_CONTRADICTED ->
                "the trail ends before event " + event.getAsLong() + ", up to which it was sealed";
            case ANCHOR_CONTRADICTED -> "block " + block.getAsLong() + " is not the one that was anchored";
        };
    }

    private String ofBlock(String what, String how) {
        return what + " of block " + block.getAsLong() + " " + how;
    }
}
