package dev.albumen.application.storage;

import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import java.util.Optional;
import java.util.UUID;

/**
 * Names a blob: segments of lower-case letters, digits, dots and dashes, parted by slashes. Never made of what a user
 * typed. A key in use is never the folder of another, so that a store may keep blobs as files.
 */
public record BlobKey(String value) {

    private static final int MAX_LENGTH = 200;
    public static final String ORIGINALS = "originals/";
    public static final String RENDITIONS = "renditions/";
    public static final String LOGOS = "logos/";
    public static final String UPLOADS = "uploads/";
    public static final String IMPORTS = "imports/";

    public BlobKey {
        if (!isKey(value)) {
            throw new IllegalArgumentException("not a blob key: " + value);
        }
    }

    /** Reads a key; empty where the text is something else, such as a foreign file's name. */
    public static Optional<BlobKey> parse(String text) {
        return isKey(text) ? Optional.of(new BlobKey(text)) : Optional.empty();
    }

    /** Gives back a prefix that ends whole segments, such as {@code originals/}. */
    public static String folder(String prefix) {
        if (!prefix.endsWith("/") || !isKey(prefix.substring(0, prefix.length() - 1))) {
            throw new IllegalArgumentException("not a folder of blob keys: " + prefix);
        }
        return prefix;
    }

    /** {@code originals/<aa>/<bb>/<sha256>}: content-addressed, so equal bytes are kept once. */
    public static BlobKey original(Sha256 content) {
        return new BlobKey(ORIGINALS + spread(content));
    }

    /** {@code renditions/<aa>/<bb>/<sha256>/<recipe>}: under the content it was made from. */
    public static BlobKey rendition(Sha256 content, Recipe recipe) {
        return rendition(content, recipe.fileName());
    }

    /** Another derivative of the content, such as its original without metadata. */
    public static BlobKey rendition(Sha256 content, String fileName) {
        return new BlobKey(RENDITIONS + spread(content) + "/" + fileName);
    }

    /** {@code logos/<aa>/<bb>/<sha256>}: what users have their pictures marked with. */
    public static BlobKey logo(Sha256 content) {
        return new BlobKey(LOGOS + spread(content));
    }

    /** {@code uploads/<id>}: bytes on their way, by nobody's word but their sender's. */
    public static BlobKey upload(UploadId id) {
        return new BlobKey(UPLOADS + id);
    }

    /** {@code uploads/<id>/<part>}: some of them. */
    public static BlobKey uploadPart(UploadId id, UUID part) {
        return new BlobKey(uploadParts(id) + part);
    }

    /** The folder of all parts of an upload. */
    public static String uploadParts(UploadId id) {
        return UPLOADS + id + "/";
    }

    /** {@code imports/<id>}: an archive whose pictures are being brought in. */
    public static BlobKey imported(UUID id) {
        return new BlobKey(IMPORTS + id);
    }

    /** Folders stay small enough to be listed quickly: a million contents make fifteen entries in each. */
    private static String spread(Sha256 content) {
        String hex = content.hex();
        return hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex;
    }

    // By hand, because a key is made with every picture served and a pattern showed in the profile.
    private static boolean isKey(String text) {
        char before = '/';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean begins = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            boolean goesOn = c == '-' || c == '/' || (c == '.' && before != '.');
            if (!begins && (before == '/' || !goesOn)) {
                return false;
            }
            before = c;
        }
        return before != '/' && text.length() <= MAX_LENGTH;
    }

    /** What follows the last slash. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The content that this blob is, or was made from; empty for a key of another kind. */
    public Optional<Sha256> content() {
        if (value.startsWith(ORIGINALS) || value.startsWith(LOGOS)) {
            return Sha256.parse(value.substring(value.lastIndexOf('/') + 1));
        }
        if (value.startsWith(RENDITIONS)) {
            String folder = value.substring(0, value.lastIndexOf('/'));
            return Sha256.parse(folder.substring(folder.lastIndexOf('/') + 1));
        }
        return Optional.empty();
    }

    /** Whether it names the hash of the blob's own bytes, so that no two blobs can want it. */
    public boolean isHash() {
        return !value.startsWith(RENDITIONS) && content().isPresent();
    }

    /** The upload that these are bytes of; empty for a key of another kind. */
    public Optional<UploadId> upload() {
        if (!value.startsWith(UPLOADS)) {
            return Optional.empty();
        }
        String rest = value.substring(UPLOADS.length());
        String name = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
        try {
            UploadId id = new UploadId(UUID.fromString(name));
            return id.toString().equals(name) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
