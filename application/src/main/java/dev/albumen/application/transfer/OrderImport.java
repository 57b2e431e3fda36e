package dev.albumen.application.transfer;

import dev.albumen.application.board.BoardViews;
import dev.albumen.application.board.CreateBoard;
import dev.albumen.application.board.PutOnBoard;
import dev.albumen.application.image.Outcome;
import dev.albumen.application.search.SaveSearch;
import dev.albumen.application.search.SavedSearches;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.board.BoardId;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.search.SavedSearch;
import dev.albumen.domain.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings boards, saved searches and favourites back, where the owner has none that are equal. */
final class OrderImport {

    private final BoardViews boards;
    private final CreateBoard createBoard;
    private final PutOnBoard putOnBoard;
    private final SavedSearches searches;
    private final SaveSearch saveSearch;
    private final OpinionsImport opinions;

    OrderImport(
            BoardViews boards, CreateBoard createBoard, PutOnBoard putOnBoard, SavedSearches searches, SaveSearch saveSearch,
            OpinionsImport opinions) {
        this.boards = boards;
        this.createBoard = createBoard;
        this.putOnBoard = putOnBoard;
        this.searches = searches;
        this.saveSearch = saveSearch;
        this.opinions = opinions;
    }

    /**
     * In the caller's transaction, after all pictures.
     *
     * @param images the owner's images among those that are on it, last put first
     */
    void restore(Viewer.Member owner, ExportedOrder.KeptBoard told, List<ImageId> images) {
        BoardId board = there(owner, told).orElseGet(() -> createBoard.handle(owner, new CreateBoard.Command(
                new Board.Draft(told.title(), told.description(), audience(told)))).board().id());
        for (int from = 0; from < images.size(); from += Outcome.MAX_BATCH) {
            putOnBoard.handle(owner, new PutOnBoard.Command(board, images.subList(from, Math.min(from + Outcome.MAX_BATCH, images.size()))));
        }
    }

    /** The same for a search. Refused where it cannot be read here. */
    void restore(Viewer.Member owner, ExportedOrder.KeptSearch told) {
        List<SavedSearch> found = new ArrayList<>();
        Pages.each(page -> searches.list(owner.userId(), page), found::addAll);
        if (found.stream().noneMatch(one -> new ExportedOrder.KeptSearch(one.name(), one.text(), one.sort()).equals(told))) {
            saveSearch.handle(owner, new SaveSearch.Command(new SavedSearch.Draft(told.name(), told.text(), told.sort())));
        }
    }

    /** Marks images as favourites one after the other. Those that are stay where they are. */
    void mark(Viewer.Member owner, List<ImageId> images) {
        images.forEach(image -> opinions.favorite(owner, image));
    }

    private Optional<BoardId> there(Viewer.Member owner, ExportedOrder.KeptBoard told) {
        List<Board> found = new ArrayList<>();
        Pages.each(page -> boards.list(owner, owner.userId(), told.title(), page), found::addAll);
        return found.stream().filter(board -> board.title().equals(told.title()) && board.description().equals(told.description()))
                .map(Board::id).findFirst();
    }

    /** What is written in no known way is for nobody else. */
    private static Board.Audience audience(ExportedOrder.KeptBoard told) {
        return told.audience().equalsIgnoreCase(Board.Audience.USERS.name()) ? Board.Audience.USERS : Board.Audience.PRIVATE;
    }
}
