package dev.albumen.rest.share.page;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.share.ShareViews;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.Video;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What pages call things. */
final class Words {

    /** What a link is called that opens something without a name. */
    static final String NAMELESS = "Shared pictures";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int MINUTE = 60;

    private Words() {}

    /** The title of what is shared, or else the link's label. */
    static String title(ShareViews.Opened share) {
        String label = share.facts().link().label();
        String title = share.title();
        return title != null ? title : label != null ? label : NAMELESS;
    }

    static String pictures(int count) {
        return count == 1 ? "1 picture" : String.format(Locale.ENGLISH, "%,d pictures", count);
    }

    /** What there is on a page of a project or an album. */
    static String contents(int pictures, int albums) {
        if (albums == 0) {
            return pictures(pictures);
        }
        String parts = albums == 1 ? "1 album" : albums + " albums";
        return pictures == 0 ? parts : parts + ", " + pictures(pictures);
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    static String moment(Instant time) {
        return MOMENT.format(time) + " UTC";
    }

    /** What somebody hears who does not see the image: its title, or else at least what it is. */
    static String alternative(ImageView view) {
        Image image = view.image();
        return image.title() != null ? image.title() : film(image) == null ? "Untitled picture" : "Untitled video";
    }

    static @Nullable Video film(Image image) {
        return image.status() instanceof ImageStatus.Ready ready ? ready.video() : null;
    }

    /** Such as 1:05; nothing where the file does not say how long it is. */
    static String playing(Video video) {
        if (video.durationSeconds() == null) {
            return "";
        }
        long seconds = Math.round(video.durationSeconds());
        return String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
    }
}
