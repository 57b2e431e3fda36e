package dev.albumen.bootstrap.chaos;

import java.util.List;

/** What befalls a request on its way. */
enum Trouble {
    NONE,
    /** It waits, and then goes on. */
    STALL,
    /** Its connection is cut before it arrives. */
    CUT_BEFORE,
    /** It arrives, and its connection is cut before the answer does. */
    CUT_AFTER,
    /** It is refused with 503 without arriving. */
    REFUSE,
    /** The first byte of the answer's body arrives as another. */
    ALTER;

    /** Those that whoever asked notices. */
    static final List<Trouble> LOUD = List.of(STALL, CUT_BEFORE, CUT_AFTER, REFUSE);
}
