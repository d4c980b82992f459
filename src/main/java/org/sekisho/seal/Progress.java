package org.sekisho.seal;

/** How far a verification has come, in blocks. Told by the thread that verifies, asked by many. */
final class Progress {

    private volatile long first;
    private volatile long reached;
    private volatile long last;

    /**
     * @param before the number of the block after which it begins
     * @param head the number of the last block there is; further ones may come meanwhile
     */
    void begun(long before, long head) {
        first = before;
        reached = before;
        last = head;
    }

    void reached(long block) {
        reached = block;
    }

    /** What is done of it, from 0 to 1. */
    double done() {
        long all = last - first;
        return all <= 0 ? 0 : Math.min(1, (double) (reached - first) / all);
    }
}
