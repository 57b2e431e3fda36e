package dev.albumen.application.board;

import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.ImageId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The boards, and which images are on them. An image that is purged leaves all boards. */
public interface Boards {

    void add(Board board);

    Optional<Board> find(BoardId id);

    /** The same, with all other changes of what is on it waiting until this transaction ends. */
    Optional<Board> lock(BoardId id);

    /**
     * Keeps a changed board.
     *
     * @param board as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or it is gone
     */
    Board save(Board board);

    /** Removes a board; images stay. One that is gone is no error. */
    void delete(BoardId id);

    /** Puts images on a board. Those that are on it stay where they are. Says how many were not. */
    int put(BoardId id, Collection<ImageId> images, Instant now);

    /** Takes an image off a board. True where it was on it. */
    boolean take(BoardId id, ImageId image);

    /** How many images are on it, whoever sees them. */
    int size(BoardId id);
}
