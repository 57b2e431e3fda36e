package dev.albumen.domain.share;

import dev.albumen.domain.shared.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that an owner gives a link's address, in place of its token. Whoever guesses it has the link.
 *
 * @param value 3 to 64 small letters, digits and inner hyphens
 */
public record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}[a-z0-9]");
    /** What stands, or may come to stand, at the same place of an address, or would be taken for the instance's own. */
    private static final Set<String> RESERVED = Set.of(
            "about", "account", "admin", "albumen", "api", "assets", "auth", "css", "docs", "embed", "error", "favicon", "feed",
            "health", "help", "image", "images", "index", "login", "logout", "new", "null", "oembed", "openapi", "page", "password",
            "public", "register", "robots", "security", "settings", "share", "shares", "sitemap", "static", "style", "support",
            "undefined", "unlock", "upload", "uploads");

    public Slug {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a slug");
        }
    }

    /**
     * The slug that an owner chose.
     *
     * @throws dev.albumen.domain.shared.RefusedException {@code Invalid} for another form, and for what is reserved
     */
    public static Slug chosen(String text) {
        Slug slug = parse(text).orElseThrow(() -> Refusal.invalid(
                "/slug", "slug-form", "A slug has 3 to 64 characters: small letters, digits, and hyphens between them."));
        if (RESERVED.contains(text)) {
            throw Refusal.invalid("/slug", "slug-reserved", "This word is kept for the instance itself. Choose another one.");
        }
        return slug;
    }

    /** Reads an address; empty where the text cannot be a slug. */
    public static Optional<Slug> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Slug(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
