package dev.albumen.application.board;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.ImageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps boards in memory. */
public final class InMemoryBoards implements Boards {

    private record Item(BoardId board, ImageId image) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTable<BoardId, Board> boards;
    private final InMemoryTable<Item, Instant> items;

    public InMemoryBoards(InMemoryTransactions transactions, InMemoryImages images) {
        this.transactions = transactions;
        this.boards = transactions.table();
        this.items = transactions.table();
        images.whenPurged(gone -> items.removeIf((item, put) -> item.image().equals(gone)));
    }

    Collection<Board> all() {
        return boards.all().values();
    }

    /** The images on it, last put first. */
    List<ImageId> on(BoardId id) {
        return items.all().entrySet().stream().filter(item -> item.getKey().board().equals(id))
                .sorted(Map.Entry.<Item, Instant>comparingByValue().thenComparing(item -> item.getKey().image().toString()).reversed())
                .map(item -> item.getKey().image()).toList();
    }

    @Override
    public void add(Board board) {
        boards.put(board.id(), board);
    }

    @Override
    public Optional<Board> find(BoardId id) {
        return boards.find(id);
    }

    @Override
    public Optional<Board> lock(BoardId id) {
        transactions.requireWriting();
        return boards.find(id);
    }

    @Override
    public Board save(Board board) {
        if (find(board.id()).filter(current -> current.version() == board.version()).isEmpty()) {
            throw new LostRaceException();
        }
        Board saved = new Board(board.id(), board.ownerId(), board.title(), board.description(), board.audience(), board.createdAt(),
                board.updatedAt(), board.version() + 1);
        boards.put(saved.id(), saved);
        return saved;
    }

    @Override
    public void delete(BoardId id) {
        boards.remove(id);
        items.removeIf((item, put) -> item.board().equals(id));
    }

    @Override
    public int put(BoardId id, Collection<ImageId> images, Instant now) {
        List<ImageId> fresh = images.stream().filter(image -> !items.holds(new Item(id, image))).toList();
        fresh.forEach(image -> items.put(new Item(id, image), now));
        return fresh.size();
    }

    @Override
    public boolean take(BoardId id, ImageId image) {
        return items.remove(new Item(id, image));
    }

    @Override
    public int size(BoardId id) {
        return on(id).size();
    }
}
