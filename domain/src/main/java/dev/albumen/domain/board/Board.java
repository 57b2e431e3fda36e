package dev.albumen.domain.board;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Text;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;

/**
 * Images of anybody's, side by side. It holds references alone: whoever looks at it sees those that they see anyway.
 *
 * @param version counts changes, from 1
 */
public record Board(
        BoardId id, UserId ownerId, String title, String description, Audience audience, Instant createdAt, Instant updatedAt,
        long version) {

    public static final int MAX_TITLE = 128;
    public static final int MAX_DESCRIPTION = 2000;
    /** Images on one board. */
    public static final int MAX_IMAGES = 2000;

    /** Who may look at a board. */
    public enum Audience {
        /** Its owner. */
        PRIVATE,
        /** Everybody who is signed in. */
        USERS
    }

    /** What a new board is to be. */
    public record Draft(String title, String description, Audience audience) {}

    /** What may be changed. */
    public record Patch(Change<String> title, Change<String> description, Change<Audience> audience) {}

    /** A new board. */
    public static Board drafted(BoardId id, UserId owner, Draft draft, Instant now) {
        return new Board(id, owner, Text.line("/title", draft.title(), MAX_TITLE),
                Text.lines("/description", draft.description(), MAX_DESCRIPTION), draft.audience(), now, now, 1);
    }

    /** The same board with the changes. */
    public Board changed(Patch patch, Instant now) {
        return new Board(id, ownerId, Text.line("/title", patch.title().orKeep(title, ""), MAX_TITLE),
                Text.lines("/description", patch.description().orKeep(description, ""), MAX_DESCRIPTION),
                patch.audience().orKeep(audience, Audience.PRIVATE), createdAt, now, version);
    }
}
