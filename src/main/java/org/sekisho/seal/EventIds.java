package org.sekisho.seal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** The ids of the events of a block, ascending, told as runs of consecutive ones: mostly there is one. */
final class EventIds {

    private final List<Run> runs;

    private EventIds(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    static EventIds of(Collection<Long> ids) {
        List<Run> runs = new ArrayList<>();
        for (long id : new TreeSet<>(ids)) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.last() + 1 == id) {
                runs.set(runs.size() - 1, new Run(last.first(), id));
            } else {
                runs.add(new Run(id, id));
            }
        }
        return new EventIds(runs);
    }

    /** @throws IllegalArgumentException where the bytes are not what {@link #encode} gives */
    static EventIds decode(ByteBuffer from) {
        int count = from.getInt();
        if (count < 1 || count > from.remaining() / (Long.BYTES + Integer.BYTES)) {
            throw new IllegalArgumentException("malformed ids");
        }
        List<Run> runs = new ArrayList<>();
        long size = 0;
        for (int run = 0; run < count; run++) {
            long first = from.getLong();
            int length = from.getInt();
            size += length;
            boolean ascends =
                    runs.isEmpty() || first > runs.get(runs.size() - 1).last();
            if (length < 1 || !ascends || size > Block.MOST_EVENTS || first > Long.MAX_VALUE - length) {
                throw new IllegalArgumentException("malformed ids");
            }
            runs.add(new Run(first, first + length - 1));
        }
        return new EventIds(runs);
    }

    /** 4 bytes with the number of runs; of each its first id in 8 bytes and how many there are in 4. */
    byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + runs.size() * (Long.BYTES + Integer.BYTES));
        bytes.putInt(runs.size());
        runs.forEach(run -> bytes.putLong(run.first()).putInt((int) (run.last() - run.first() + 1)));
        return bytes.array();
    }

    LongStream stream() {
        return runs.stream().flatMapToLong(run -> LongStream.rangeClosed(run.first(), run.last()));
    }

    int size() {
        return Math.toIntExact(
                runs.stream().mapToLong(run -> run.last() - run.first() + 1).sum());
    }

    long last() {
        return runs.get(runs.size() - 1).last();
    }

    /** The place of an id among them, from 0; negative where it is not one of them. */
    int place(long id) {
        int before = 0;
        for (Run run : runs) {
            if (id >= run.first() && id <= run.last()) {
                return before + (int) (id - run.first());
            }
            before += (int) (run.last() - run.first() + 1);
        }
        return -1;
    }

    List<Run> runs() {
        return runs;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventIds ids && ids.runs.equals(runs);
    }

    @Override
    public int hashCode() {
        return runs.hashCode();
    }

    @Override
    public String toString() {
        return runs.toString();
    }

    /** All ids from the first to the last, both included. */
    record Run(long first, long last) {

        List<Run> without(long id) {
            List<Run> rest = new ArrayList<>();
            if (id > first) {
                rest.add(new Run(first, Math.min(last, id - 1)));
            }
            if (id < last) {
                rest.add(new Run(Math.max(first, id + 1), last));
            }
            return rest;
        }
    }
}
