package dev.albumen.application.share;

import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.ShareId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How links are used, day by day (in UTC). What is noted is gathered and written together, about once a second, so that
 * a note costs its request nothing; a node that dies takes the last second with it.
 */
public interface ShareTraffic {

    /**
     * Notes a view.
     *
     * @param guest who it was, kept until the end of the day as a hash that nobody can undo
     * @param counted whether the link's views count it already
     */
    void viewed(ShareId id, Guest guest, boolean counted);

    /**
     * Notes a download.
     *
     * @param image what was downloaded; {@code null} for an archive
     * @param counted whether the link's downloads count it already
     */
    void downloaded(ShareId id, @Nullable ImageId image, boolean counted);

    /** Waits until what was noted on this node is written. */
    void write();

    /**
     * What there was in some days.
     *
     * @param first the earliest day
     * @param last the latest one
     * @param mostImages how many images at most
     */
    Report report(ShareId id, LocalDate first, LocalDate last, int mostImages);

    /** Throws away what tells the visitors of days before that one from each other. Their numbers stay. */
    void forgetVisitors(LocalDate before);

    /**
     * Who looks at a link.
     *
     * @param address where they come from
     * @param agent what their program calls itself
     */
    record Guest(String address, String agent) {
        @Override
        public String toString() {
            return "Guest[…]";
        }
    }

    /**
     * @param days those on which there was something, in their order
     * @param images the most downloaded ones, most first, without those that are gone
     */
    record Report(List<Day> days, List<ImageDownloads> images) {

        public Report {
            days = List.copyOf(days);
            images = List.copyOf(images);
        }
    }

    /** @param visitors how many different ones there were on that day */
    record Day(LocalDate date, long views, long visitors, long downloads) {}

    record ImageDownloads(ImageId image, long downloads) {}
}
