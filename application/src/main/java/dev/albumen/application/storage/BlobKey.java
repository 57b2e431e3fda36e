package dev.albumen.application.storage;

import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.shared.Sha256;
import java.util.regex.Pattern;

/**
 * Names a blob: segments of lower-case letters, digits, dots and dashes, parted by slashes. Never made of what a user
 * typed.
 */
public record BlobKey(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*");
    public static final String ORIGINALS = "originals/";
    public static final String RENDITIONS = "renditions/";

    public BlobKey {
        if (value.length() > 200 || !FORM.matcher(value).matches() || value.contains("..")) {
            throw new IllegalArgumentException("not a blob key: " + value);
        }
    }

    /** {@code originals/<aa>/<bb>/<sha256>}: content-addressed, so equal bytes are kept once. */
    public static BlobKey original(Sha256 content) {
        String hex = content.hex();
        return new BlobKey(ORIGINALS + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex);
    }

    /** {@code renditions/<sha256>/<recipe>}: under the content it was made from. */
    public static BlobKey rendition(Sha256 content, Recipe recipe) {
        return rendition(content, recipe.fileName());
    }

    /** Another derivative of the content, such as its original without metadata. */
    public static BlobKey rendition(Sha256 content, String fileName) {
        return new BlobKey(RENDITIONS + content.hex() + "/" + fileName);
    }

    @Override
    public String toString() {
        return value;
    }
}
