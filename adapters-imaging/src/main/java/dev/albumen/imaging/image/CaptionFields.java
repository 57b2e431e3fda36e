package dev.albumen.imaging.image;

import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.iptc.IptcDirectory;
import dev.albumen.domain.image.Caption;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote about a picture, from where the IPTC Photo Metadata Standard puts it: XMP first, which is written
 * last and holds every script, then IPTC-IIM, then EXIF, then PNG's texts, then
 * a video's container.
 */
final class CaptionFields {

    private static final int MAX_LINE = 500;
    private static final int MAX_TEXT = 2000;
    private static final double MAX_RATING = 5;

    private final XmpProperties xmp;
    private final Map<String, String> texts;
    private final VideoNotes video;
    private final @Nullable Directory iptc;
    private final @Nullable Directory exif;

    CaptionFields(MetadataBlocks blocks) {
        this.xmp = blocks.xmp();
        this.texts = blocks.texts();
        this.video = blocks.video();
        this.iptc = blocks.directories().getFirstDirectoryOfType(IptcDirectory.class);
        this.exif = blocks.directories().getFirstDirectoryOfType(ExifIFD0Directory.class);
    }

    Caption caption() {
        return new Caption(
                first(MAX_LINE, xmp.text("dc:title"), text(iptc, IptcDirectory.TAG_OBJECT_NAME),
                        wide(ExifDirectoryBase.TAG_WIN_TITLE), named("Title"), video.title()),
                first(MAX_TEXT, xmp.text("dc:description"), text(iptc, IptcDirectory.TAG_CAPTION),
                        text(exif, ExifDirectoryBase.TAG_IMAGE_DESCRIPTION), named("Description"), video.description()),
                first(MAX_LINE, joined(xmp.texts("dc:creator").stream()), joined(listed(IptcDirectory.TAG_BY_LINE)),
                        text(exif, ExifDirectoryBase.TAG_ARTIST), wide(ExifDirectoryBase.TAG_WIN_AUTHOR), named("Author"), video.creator()),
                first(MAX_LINE, xmp.text("dc:rights"), text(iptc, IptcDirectory.TAG_COPYRIGHT_NOTICE),
                        text(exif, ExifDirectoryBase.TAG_COPYRIGHT), named("Copyright"), video.copyright()),
                rating(), keywords());
    }

    /** Zero says that it is unrated, and so does everything beyond five. */
    private @Nullable Integer rating() {
        Double stars = xmp.text("xmp:Rating").map(CaptionFields::number)
                .orElseGet(() -> exif == null ? null : exif.getDoubleObject(ExifDirectoryBase.TAG_RATING));
        if (stars == null || stars.isNaN() || stars < -1 || stars > MAX_RATING) {
            return null;
        }
        long rounded = Math.round(stars);
        return rounded == 0 ? null : Integer.valueOf((int) rounded);
    }

    /** Each once, however its letters are cased. What is longer than a keyword may be is none. */
    private List<String> keywords() {
        Map<String, String> found = new LinkedHashMap<>();
        Stream.of(
                        xmp.texts("dc:subject").stream(),
                        listed(IptcDirectory.TAG_KEYWORDS),
                        wide(ExifDirectoryBase.TAG_WIN_KEYWORDS).stream().flatMap(text -> Arrays.stream(text.split(";"))))
                .flatMap(words -> words)
                .flatMap(word -> CleanText.of(word, Caption.MAX_KEYWORD + 1).stream())
                .filter(word -> word.codePointCount(0, word.length()) <= Caption.MAX_KEYWORD)
                .forEach(word -> found.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
        return found.values().stream().limit(Caption.MAX_KEYWORDS).toList();
    }

    @SafeVarargs
    private static @Nullable String first(int maxLength, Optional<String>... found) {
        return Arrays.stream(found).flatMap(Optional::stream).flatMap(text -> CleanText.of(text, maxLength).stream())
                .findFirst().orElse(null);
    }

    private static Optional<String> text(@Nullable Directory directory, int tag) {
        return directory == null ? Optional.empty() : Optional.ofNullable(directory.getString(tag));
    }

    private Stream<String> listed(int tag) {
        String[] items = iptc == null ? null : iptc.getStringArray(tag);
        return items == null ? text(iptc, tag).stream() : Arrays.stream(items);
    }

    /** Of the tags that Windows writes in UTF-16. */
    private Optional<String> wide(int tag) {
        byte[] bytes = exif == null ? null : exif.getByteArray(tag);
        return Optional.ofNullable(bytes).map(text -> new String(text, StandardCharsets.UTF_16LE).replace("\0", ""));
    }

    private Optional<String> named(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    private static Optional<String> joined(Stream<String> names) {
        return Optional.of(String.join(", ", names.map(String::strip).filter(Predicate.not(String::isEmpty)).limit(20).toList()));
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
