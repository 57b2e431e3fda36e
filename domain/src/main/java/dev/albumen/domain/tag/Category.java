package dev.albumen.domain.tag;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What some of a user's tags have in common. A tag is in one category at most.
 *
 * @param color as {@code #rrggbb}, for whoever draws it; {@code null} where its owner does not mind
 * @param version counts changes, from 1
 */
public record Category(
        CategoryId id, UserId ownerId, CategoryName name, @Nullable String color, String description, Instant createdAt,
        Instant updatedAt, long version) {

    public static final int MAX_DESCRIPTION = 500;
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    /** What a new category is to be. */
    public record Draft(CategoryName name, @Nullable String color, String description) {

        public Draft {
            color = checked(color);
            description = Text.lines("/description", description, MAX_DESCRIPTION);
        }

        /** Takes what somebody wrote. */
        public static Draft written(String name, @Nullable String color, @Nullable String description) {
            return new Draft(CategoryName.written("/name", name), color, description == null ? "" : description);
        }
    }

    /** What may be changed. */
    public record Patch(Change<String> name, Change<String> color, Change<String> description) {}

    /** A new category. */
    public static Category drafted(CategoryId id, UserId owner, Draft draft, Instant now) {
        return new Category(id, owner, draft.name(), draft.color(), draft.description(), now, now, 1);
    }

    /** The same category with the changes. */
    public Category changed(Patch patch, Instant now) {
        return new Category(id, ownerId, CategoryName.written("/name", patch.name().orKeep(name.value(), "")),
                checked(patch.color().orKeep(color, null)),
                Text.lines("/description", patch.description().orKeep(description, ""), MAX_DESCRIPTION), createdAt, now, version);
    }

    private static @Nullable String checked(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String color = text.toLowerCase(Locale.ROOT);
        if (!COLOR.matcher(color).matches()) {
            throw Refusal.invalid("/color", "malformed", "Expected a colour such as #4a6f8c.");
        }
        return color;
    }
}
