package dev.albumen.rest.share.page;

import dev.albumen.application.image.ImageView;
import dev.albumen.domain.image.Dimensions;
import dev.albumen.rest.image.ImageBodies;
import dev.albumen.rest.shared.OwnAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes what programs show of a link, for pages that everybody sees who has the link. */
@Singleton
final class Cards {

    private static final int LONGEST_DESCRIPTION = 200;

    private final OwnAddress own;

    Cards(OwnAddress own) {
        this.own = own;
    }

    String address(HttpRequest<?> request, String path) {
        return own.of(request) + path;
    }

    /** @param view that stands for the page; {@code null} where there is nothing to show */
    Head.Card of(
            HttpRequest<?> request, String path, String title, String description, @Nullable ImageView view, ImageBodies.@Nullable Urls urls) {
        String host = own.of(request);
        Dimensions size = view == null ? new Dimensions(1, 1) : view.image().dimensions().within(Pictures.PREVIEW);
        return new Head.Card(title, shortened(description), host + path, urls == null ? null : host + urls.preview(), size.width(),
                size.height(), view == null ? "" : Words.alternative(view),
                host + "/api/v1/oembed?format=json&url=" + URLEncoder.encode(host + path, StandardCharsets.UTF_8));
    }

    /** At the end of a word, if there is one. */
    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_DESCRIPTION) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST_DESCRIPTION));
        int space = cut.lastIndexOf(' ');
        return (space > 0 ? cut.substring(0, space) : cut) + "…";
    }
}
