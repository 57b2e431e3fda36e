package dev.albumen.application.transfer;

import dev.albumen.application.board.BoardViews;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.image.ImageViews;
import dev.albumen.application.label.BlockedLabels;
import dev.albumen.application.search.SavedSearches;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.tag.CategoryViews;
import dev.albumen.application.tag.TagViews;
import dev.albumen.application.transfer.ExportedOrder.KeptBoard;
import dev.albumen.application.transfer.ExportedOrder.KeptSearch;
import dev.albumen.application.transfer.ExportedTags.CategoryDetail;
import dev.albumen.application.transfer.ExportedTags.TagDetail;
import dev.albumen.domain.board.Board;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Writes into a bag by what its owner finds their images again: tags, categories, boards, saved searches and favourites. */
final class OrderExport {

    private final TagViews tags;
    private final CategoryViews categories;
    private final BoardViews boards;
    private final ImageViews images;
    private final SavedSearches searches;
    private final BlockedLabels blocked;
    private final TransferDocuments documents;

    OrderExport(TagViews tags, CategoryViews categories, BoardViews boards, ImageViews images, SavedSearches searches,
            BlockedLabels blocked, TransferDocuments documents) {
        this.tags = tags;
        this.categories = categories;
        this.boards = boards;
        this.images = images;
        this.searches = searches;
        this.blocked = blocked;
        this.documents = documents;
    }

    void add(Viewer.Member owner, Bag bag) {
        bag.add(BagPaths.TAGS, documents.write(tags(owner.userId())));
        bag.add(BagPaths.ORDER, documents.write(new ExportedOrder(boards(owner), searches(owner.userId()), favorites(owner))));
    }

    private ExportedTags tags(UserId owner) {
        List<String> names = new ArrayList<>();
        List<TagDetail> details = new ArrayList<>();
        Pages.each(page -> tags.list(owner, TagViews.Search.ALL, page), found -> found.forEach(tag -> {
            names.add(tag.name());
            if (tag.parent().isPresent() || tag.category() != null) {
                details.add(new TagDetail(tag.name(), tag.parent().orElse(null), tag.category()));
            }
        }));
        List<CategoryDetail> told = new ArrayList<>();
        Pages.each(page -> categories.list(owner, page), found -> found.forEach(view -> told.add(new CategoryDetail(
                view.category().name().value(), view.category().color(), view.category().description()))));
        List<String> unwanted = new ArrayList<>();
        Pages.each(page -> blocked.list(Optional.of(owner), page), found -> found.forEach(one -> unwanted.add(one.name().value())));
        return new ExportedTags(names, details, told, unwanted);
    }

    /** Oldest first. Of what is on them, only the owner's own images are in the archive. */
    private List<KeptBoard> boards(Viewer.Member owner) {
        List<KeptBoard> told = new ArrayList<>();
        Pages.each(page -> boards.list(owner, owner.userId(), null, page), found -> found.forEach(board -> told.add(new KeptBoard(
                board.title(), board.description(), board.audience().name().toLowerCase(Locale.ROOT), images(owner, board)))));
        return told.reversed();
    }

    private List<String> images(Viewer.Member owner, Board board) {
        return hashes(owner, page -> boards.images(owner, board, page));
    }

    private List<String> favorites(Viewer.Member owner) {
        return hashes(owner, page -> images.favorites(owner, page));
    }

    private static List<String> hashes(Viewer.Member owner, Function<PageRequest, Page<ImageView>> pages) {
        List<String> hashes = new ArrayList<>();
        Pages.each(pages, found -> found.stream().map(ImageView::image).filter(image -> image.ownerId().equals(owner.userId()))
                .forEach(image -> hashes.add(image.sha256().hex())));
        return hashes;
    }

    private List<KeptSearch> searches(UserId owner) {
        List<KeptSearch> told = new ArrayList<>();
        Pages.each(page -> searches.list(owner, page), found -> found.forEach(search ->
                told.add(new KeptSearch(search.name(), search.text(), search.sort()))));
        return told.reversed();
    }
}
