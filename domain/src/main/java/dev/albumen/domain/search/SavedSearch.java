package dev.albumen.domain.search;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search among a user's own images that they want to make again. Whether its text and order can be read is the caller's to know.
 *
 * @param text what is typed to find images
 * @param sort the order's label; {@code null} for the usual one
 * @param version counts changes, from 1
 */
public record SavedSearch(
        SavedSearchId id, UserId ownerId, String name, String text, @Nullable String sort, Instant createdAt, Instant updatedAt,
        long version) {

    public static final int MAX_NAME = 128;
    public static final int MAX_TEXT = 500;
    /** Searches that one user keeps. */
    public static final int MAX_PER_USER = 500;

    /** What a new one is to be. */
    public record Draft(String name, String text, @Nullable String sort) {}

    /** What may be changed. */
    public record Patch(Change<String> name, Change<String> text, Change<String> sort) {}

    /** A new one. */
    public static SavedSearch drafted(SavedSearchId id, UserId owner, Draft draft, Instant now) {
        return new SavedSearch(id, owner, Text.line("/name", draft.name(), MAX_NAME), Text.line("/q", draft.text(), MAX_TEXT),
                draft.sort(), now, now, 1);
    }

    /** The same with the changes. */
    public SavedSearch changed(Patch patch, Instant now) {
        return new SavedSearch(id, ownerId, Text.line("/name", patch.name().orKeep(name, ""), MAX_NAME),
                Text.line("/q", patch.text().orKeep(text, ""), MAX_TEXT), patch.sort().orKeep(sort, null), createdAt, now, version);
    }
}
