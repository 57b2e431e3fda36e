package dev.albumen.rest.share.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One image of what a link shows.
 *
 * @param title {@code null} where it has none
 * @param album what it is a part of; {@code null} where the link is to it alone
 * @param under what is seen until the picture has come: the one that whoever comes from the album has already; {@code null}
 *     where there is one size
 * @param film what plays in place of the picture; {@code null} where nothing does
 * @param bar {@code null} where there is nothing to choose, as {@code pick}
 * @param talk {@code null} where visitors do not speak
 * @param facts from its metadata, where the link shows that
 */
record ImagePage(
        Head head, @Nullable String title, String description, @Nullable Way album, Picture picture,
        @Nullable Picture under, @Nullable Film film,
        @Nullable String previous, @Nullable String next, List<Fact> facts, List<Button> downloads,
        @Nullable Bar bar, @Nullable Pick pick, @Nullable TalkPart talk) {

    record Way(String words, String address) {}

    record Film(String address, String mediaType) {}

    record Fact(String name, String value) {}
}
