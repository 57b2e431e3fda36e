package dev.albumen.bootstrap.chaos;

/** What can be wrong once a run is over. Each thing is counted under one of them. */
enum Defect {
    /** What was acknowledged is not there any more, though nobody removed it. */
    LOST("lost"),
    /** Bytes are not those that were sent. */
    ALTERED("altered"),
    /** What was acknowledged as removed is there again. */
    RESURRECTED("resurrected"),
    /** A blob that no row needs. */
    ORPHAN_BLOBS("orphanBlobs"),
    /** A row whose bytes are not there, and were never acknowledged. */
    ORPHAN_ROWS("orphanRows"),
    /** A count that is not what it counts. */
    COUNTERS_OFF("countersOff"),
    /** An answer that no client should ever get. */
    UNEXPECTED_STATUSES("unexpectedStatuses"),
    /** An image that is neither shown nor will be. */
    STUCK("stuck"),
    /** Work that is not done, though there was time for it. */
    UNFINISHED_JOBS("unfinishedJobs"),
    /** One request that had two effects. */
    DOUBLED("doubled"),
    /** A link that opens what it may not, or does not open what it should. */
    SHARE_LIMITS("shareLimits"),
    /** An album in an order that nobody made. */
    ALBUM_ORDER("albumOrder"),
    /** A good answer without all of the right bytes. */
    INCOMPLETE_READS("incompleteReads"),
    /** An image that is shown has nothing to be shown with. */
    MISSING_RENDITIONS("missingRenditions"),
    /** An acknowledged change of a title or a tag that is not to be seen. */
    LOST_EDITS("lostEdits");

    private final String label;

    Defect(String label) {
        this.label = label;
    }

    /** The name in the verdict's JSON. */
    String label() {
        return label;
    }
}
