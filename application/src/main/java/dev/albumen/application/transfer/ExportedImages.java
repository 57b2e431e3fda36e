package dev.albumen.application.transfer;

import dev.albumen.domain.label.Confidence;
import dev.albumen.domain.label.Finding;
import dev.albumen.domain.label.Label;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.tag.TagName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some of the images of an export, in the order in which the album that holds everything has them. */
public record ExportedImages(List<ExportedImage> images) {

    private static final int MOST_PARENTS = 20;
    private static final int MOST_CHARACTERS = 64;

    public ExportedImages {
        images = List.copyOf(Objects.requireNonNullElse(images, List.of()));
    }

    /**
     * An image in an export.
     *
     * @param file where its original lies in the archive
     * @param filename as its owner called it
     * @param rating the owner's own, 1 to 5; {@code null} for none
     * @param rejectedLabels what its owner does not want it to be labelled with, by name
     * @param acceptedLabels what became its tags, by name; older exports tell of their tags alone
     * @param takenAt as its owner says; {@code null} where it is what the file says, or nothing
     */
    public record ExportedImage(
            String sha256, String file, String filename, String mediaType, long byteSize, @Nullable String title,
            String description, List<ExportedTag> tags, boolean favorite, boolean liked,
            @Nullable Integer rating, boolean watermark, @Nullable String takenAt,
            String createdAt, List<ExportedLabel> rejectedLabels, List<ExportedLabel> acceptedLabels) {

        public ExportedImage {
            Objects.requireNonNull(sha256);
            Objects.requireNonNull(file);
            filename = Objects.requireNonNullElse(filename, "");
            mediaType = Objects.requireNonNullElse(mediaType, "");
            description = Objects.requireNonNullElse(description, "");
            tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
            createdAt = Objects.requireNonNullElse(createdAt, "");
            rejectedLabels = List.copyOf(Objects.requireNonNullElse(rejectedLabels, List.of()));
            acceptedLabels = List.copyOf(Objects.requireNonNullElse(acceptedLabels, List.of()));
        }
    }

    /** The same image, said not to be among its owner's favourites. */
    static ExportedImage unmarked(ExportedImage told) {
        return new ExportedImage(told.sha256(), told.file(), told.filename(), told.mediaType(), told.byteSize(), told.title(),
                told.description(), told.tags(), false, told.liked(), told.rating(), told.watermark(), told.takenAt(), told.createdAt(),
                told.rejectedLabels(), told.acceptedLabels());
    }

    /**
     * What a labeler saw.
     *
     * @param confidence in thousandths
     */
    public record ExportedLabel(
            String name, @Nullable String category, int confidence, List<String> parents, String provider, String model) {

        public ExportedLabel {
            name = Objects.requireNonNullElse(name, "");
            parents = List.copyOf(Objects.requireNonNullElse(parents, List.of()));
            provider = Objects.requireNonNullElse(provider, "");
            model = Objects.requireNonNullElse(model, "");
        }

        static ExportedLabel of(Label label) {
            return new ExportedLabel(label.found().name().value(), label.found().category(), label.found().confidence().perMille(),
                    label.found().parents().stream().map(TagName::value).toList(), label.by().name(), label.by().model());
        }

        /** Empty where it could not be called so here. */
        Optional<Finding> found() {
            String kind = category == null || category.isBlank() || category.length() > Finding.MAX_CATEGORY ? null : category.replace("\0", " ");
            return TagName.ofKeyword(name).map(known -> new Finding(known, kind, new Confidence(Math.clamp(confidence, 0, 1000)),
                    parents.stream().limit(MOST_PARENTS).flatMap(parent -> TagName.ofKeyword(parent).stream()).toList()));
        }

        Provider by() {
            return new Provider(cut(provider), cut(model));
        }

        private static String cut(String text) {
            return text.substring(0, text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), MOST_CHARACTERS)))
                    .replace("\0", "");
        }
    }

    /** @param source {@code user} or {@code labeler} */
    public record ExportedTag(String name, String source) {

        public ExportedTag {
            Objects.requireNonNull(name);
            source = Objects.requireNonNullElse(source, "");
        }
    }
}
