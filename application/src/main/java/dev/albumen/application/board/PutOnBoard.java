package dev.albumen.application.board;

import dev.albumen.application.audit.AuditTrail;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.image.Outcome;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts images on a board that whoever does it can see, each with an outcome of its own. */
public final class PutOnBoard {

    private final Transactions transactions;
    private final Boards boards;
    private final FindBoard find;
    private final ImageViews images;
    private final AuditTrail audit;
    private final InstantSource clock;

    public PutOnBoard(Transactions transactions, Boards boards, ImageViews images, AuditTrail audit, InstantSource clock) {
        this.transactions = transactions;
        this.boards = boards;
        this.find = new FindBoard(boards);
        this.images = images;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param images 1 to 500 */
    public record Command(BoardId id, List<ImageId> images) {
        public Command {
            images = List.copyOf(images);
            Outcome.requireBatch(images);
        }
    }

    /** One outcome for each image, in the order they were named. One that was there already is a success. */
    public List<Outcome> handle(Viewer viewer, Command command) {
        return transactions.write(() -> {
            Board board = find.requireHeld(viewer, command.id());
            Map<ImageId, ImageAccess.Facts> facts = images.facts(viewer, Set.copyOf(command.images()));
            List<Outcome> outcomes = command.images().stream().map(id -> Outcome.of(id, () -> require(viewer, facts, id))).toList();
            Instant now = clock.instant();
            if (boards.put(board.id(), outcomes.stream().filter(Outcome::fine).map(Outcome::imageId).distinct().toList(), now) > 0) {
                if (boards.size(board.id()) > Board.MAX_IMAGES) {
                    throw new Refusal.Conflict("board-full", "A board holds at most " + Board.MAX_IMAGES + " images.").thrown();
                }
                audit.append(AuditEntry.by(viewer, "board.put-images", board.id(), now));
            }
            return outcomes;
        });
    }

    private static void require(Viewer viewer, Map<ImageId, ImageAccess.Facts> facts, ImageId id) {
        ImageAccess.Facts image = Optional.ofNullable(facts.get(id)).orElseThrow(Refusal::notFound);
        // Kept for oneself, as favourites are: what is seen for a review alone is not.
        ImageAccess.require(viewer, image, ImageAction.FAVORITE);
        if (image.trashed()) {
            throw new Refusal.Conflict("image-in-trash", "This image is in the trash. Restore it first.").thrown();
        }
    }
}
