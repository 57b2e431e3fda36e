package dev.albumen.imaging.rendition.vips;

import java.util.Locale;
import java.util.Optional;

/**
 * How strictly a file is taken.
 *
 * @param warningsFail whether a decoder's warnings end the reading, because some of them mean missing pixels
 * @param profileCounts whether the profile in the file is believed
 */
record Reading(boolean warningsFail, boolean profileCounts) {

    static final Reading STRICT = new Reading(true, true);

    /** The more lenient one that is worth a try; empty where the picture itself is at fault. */
    Optional<Reading> after(VipsException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("premature") || message.contains("truncated") || message.contains("end of file")) {
            return Optional.empty();
        }
        if (profileCounts && (message.contains("profile") || message.contains("icc"))) {
            // a profile that cannot be used is no reason to refuse the picture
            return Optional.of(new Reading(warningsFail, false));
        }
        // damage that leaves all pixels there is shown as it is
        return warningsFail ? Optional.of(new Reading(false, profileCounts)) : Optional.empty();
    }

    /** The levels at which libvips's loaders give up. */
    String failOn() {
        return warningsFail ? "warning" : "error";
    }
}
