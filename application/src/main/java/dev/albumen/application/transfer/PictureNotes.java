package dev.albumen.application.transfer;

import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.tag.TagName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the files beside a picture tell of it, cut to what an image takes.
 *
 * @param title empty for none
 * @param description empty for none
 * @param takenAt for a picture whose own file does not say when it was taken; {@code null} where this does not either
 */
public record PictureNotes(String title, String description, List<TagName> tags, boolean favorite, @Nullable Instant takenAt) {

    public static final PictureNotes NONE = new PictureNotes("", "", List.of(), false, null);

    /** How much of a file that tells of a picture is read, in bytes. */
    public static final int MOST_BYTES = 1 << 20;
    /** As many as an upload takes. */
    private static final int MOST_TAGS = 50;

    public PictureNotes {
        tags = List.copyOf(tags);
    }

    /**
     * @param caption from a darkroom's file, which comes first
     * @param takeout from Google Takeout's; empty where there is none or it is broken
     */
    public static PictureNotes of(Caption caption, Optional<TakeoutDocument> takeout) {
        String told = takeout.map(TakeoutDocument::description).orElse("");
        return new PictureNotes(line(caption.title()), text(caption.description() == null ? told : caption.description()),
                tags(caption.keywords()), takeout.map(TakeoutDocument::favorited).orElse(false),
                takeout.map(TakeoutDocument::photoTakenTime).map(TakeoutDocument.Time::timestamp).flatMap(PictureNotes::time).orElse(null));
    }

    /** Takeout writes 0 for what it does not know. */
    private static Optional<Instant> time(String seconds) {
        return seconds.matches("-?[1-9]\\d{0,10}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds))) : Optional.empty();
    }

    private static List<TagName> tags(List<String> keywords) {
        List<TagName> tags = new ArrayList<>();
        keywords.forEach(keyword -> TagName.ofKeyword(keyword).filter(tag -> !tags.contains(tag) && tags.size() < MOST_TAGS).ifPresent(tags::add));
        return tags;
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : cut(text.replaceAll("\\p{Cntrl}+", " ").strip(), Image.MAX_TITLE);
    }

    private static String text(String text) {
        return cut(text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]+", " ").strip(), Image.MAX_DESCRIPTION);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }
}
