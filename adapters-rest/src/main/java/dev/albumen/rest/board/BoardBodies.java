package dev.albumen.rest.board;

import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardAccess;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.Labels;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Boards as they go in and out. */
final class BoardBodies {

    private static final String AUDIENCE = "private for oneself, which is the default, or users for everybody who is signed in";

    private BoardBodies() {}

    @Introspected
    @Schema(name = "NewBoard", example = "{\"title\": \"Light\", \"description\": \"Windows and evenings\", \"audience\": \"users\"}")
    record Create(
            String title, @Nullable String description, @Schema(description = AUDIENCE) Board.@Nullable Audience audience) {

        Board.Draft draft() {
            return new Board.Draft(title, description == null ? "" : description, audience == null ? Board.Audience.PRIVATE : audience);
        }
    }

    @Introspected
    @Schema(name = "BoardPatch", example = "{\"title\": \"Light and shade\", \"description\": null}")
    record Patch(
            Change<String> title, Change<String> description, @Schema(description = AUDIENCE) Change<Board.Audience> audience) {

        Board.Patch changes() {
            return new Board.Patch(title, description, audience);
        }
    }

    @Introspected
    @Schema(name = "BoardImages", example = "{\"imageIds\": [\"0190a1de-7c00-7000-8000-000000000001\"]}")
    record Images(List<UUID> imageIds) {

        List<ImageId> ids() {
            return imageIds.stream().map(ImageId::new).toList();
        }
    }

    /**
     * @param imageCount images that the caller sees on it; left out of lists
     * @param mine whether the caller may change it
     */
    @Serdeable.Serializable
    @Schema(name = "Board")
    record View(
            UUID id, UUID ownerId, String title, String description, String audience, @Nullable Integer imageCount, boolean mine,
            Instant createdAt, Instant updatedAt, long version) {

        static View of(Viewer viewer, Board board, @Nullable Integer imageCount) {
            return new View(board.id().value(), board.ownerId().value(), board.title(), board.description(), Labels.of(board.audience()),
                    imageCount, BoardAccess.mayChange(viewer, board), board.createdAt(), board.updatedAt(), board.version());
        }
    }
}
