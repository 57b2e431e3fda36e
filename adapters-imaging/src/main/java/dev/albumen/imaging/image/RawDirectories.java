package dev.albumen.imaging.image;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that was read as text, by directory and tag, bounded in number and length. */
final class RawDirectories {

    private static final int MAX_ENTRIES = 500;
    private static final int MAX_LENGTH = 1000;
    private static final int MAX_BINARY = 64;

    private final Map<String, Map<String, String>> directories = new LinkedHashMap<>();
    private int entries;

    void addAll(Metadata metadata) {
        for (Directory directory : metadata.getDirectories()) {
            for (Tag tag : directory.getTags()) {
                boolean blob = directory.getObject(tag.getTagType()) instanceof byte[] bytes && bytes.length > MAX_BINARY;
                if (!blob) {
                    description(tag).ifPresent(text -> add(directory.getName(), tag.getTagName(), text));
                }
            }
        }
    }

    void add(String directory, String tag, String text) {
        Optional<String> name = CleanText.of(tag, MAX_BINARY);
        Optional<String> clean = CleanText.of(text, MAX_LENGTH);
        if (name.isPresent() && clean.isPresent() && entries < MAX_ENTRIES) {
            entries++;
            directories.computeIfAbsent(directory, key -> new LinkedHashMap<>()).put(name.get(), clean.get());
        }
    }

    Map<String, Map<String, String>> asMap() {
        return directories;
    }

    private static Optional<String> description(Tag tag) {
        try {
            return Optional.ofNullable(tag.getDescription());
        } catch (RuntimeException e) {
            // a value of an unexpected type, in a library that describes hundreds of tags
            return Optional.empty();
        }
    }
}
