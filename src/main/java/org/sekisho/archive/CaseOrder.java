package org.sekisho.archive;

/** In which order cases are listed. */
public enum CaseOrder {
    /** Those that began last in front. */
    NEWEST("started_at", false),
    OLDEST("started_at", true),
    /** Those that ended last in front, without those that are open. */
    ENDED("ended_at", false),
    /** Those that took longest in front, without those that are open. */
    LONGEST("seconds", false),
    SHORTEST("seconds", true);

    private final String column;
    private final boolean rising;

    CaseOrder(String column, boolean rising) {
        this.column = column;
        this.rising = rising;
    }

    String column() {
        return column;
    }

    boolean rising() {
        return rising;
    }
}
