package dev.albumen.bootstrap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.domain.image.Caption;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.tag.TagName;
import dev.albumen.imaging.image.XmpSidecar;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files beside a picture tell of it, cut to what an image takes.
 *
 * @param title empty for none
 * @param description empty for none
 */
record Notes(String title, String description, List<TagName> tags, boolean favorite) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 1 << 20;
    /** As many as an upload takes. */
    private static final int MOST_TAGS = 50;

    Notes {
        tags = List.copyOf(tags);
    }

    /** A file that is broken or no such file tells nothing. */
    static Notes of(ImportPlan.Picture picture) throws IOException {
        Caption caption = Caption.NONE;
        if (picture.xmp().isPresent()) {
            try (InputStream xmp = picture.xmp().get().open()) {
                caption = XmpSidecar.read(xmp);
            }
        }
        JsonNode takeout = JSON.createObjectNode();
        if (picture.takeout().isPresent()) {
            try (InputStream json = picture.takeout().get().open()) {
                takeout = takeout(json.readNBytes(MOST_BYTES));
            }
        }
        return new Notes(
                line(caption.title()), text(caption.description() == null ? takeout.path("description").asText("") : caption.description()),
                tags(caption.keywords()), takeout.path("favorited").asBoolean(false));
    }

    private static JsonNode takeout(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            return JSON.createObjectNode();
        }
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
