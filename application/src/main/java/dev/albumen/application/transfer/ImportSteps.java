package dev.albumen.application.transfer;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import java.util.List;

/** Takes the steps of an import. What is refused is noted down, and the import goes on with the next. */
final class ImportSteps {

    private final Transactions transactions;
    private final PictureImport pictures;
    private final AlbumImport albums;
    private final ShareImport shares;
    private final TagImport tags;
    private final OrderImport order;

    ImportSteps(
            Transactions transactions, PictureImport pictures, AlbumImport albums, ShareImport shares, TagImport tags, OrderImport order) {
        this.transactions = transactions;
        this.pictures = pictures;
        this.albums = albums;
        this.shares = shares;
        this.tags = tags;
        this.order = order;
    }

    void take(Viewer.Member owner, ImportStep step, ImportBooks books) {
        try {
            taken(owner, step, books);
        } catch (RefusedException refused) {
            transactions.writing(() -> {
                books.begin(step);
                leave(step, refused.refusal(), books);
            });
        }
        books.lasted();
    }

    private void taken(Viewer.Member owner, ImportStep step, ImportBooks books) {
        switch (step) {
            case ImportStep.Foreign foreign -> pictures.bring(owner, foreign, books);
            case ImportStep.Own own -> pictures.bring(owner, own, books);
            case ImportStep.LeaveOut(LeftEntry entry) -> inOne(step, books, () -> books.note(tally(entry), List.of(entry)));
            case ImportStep.OwnAlbum album -> inOne(step, books, () -> {
                albums.restore(owner, books.kept(), album);
                books.note(ArchiveImport.NOTHING, List.of());
            });
            case ImportStep.OwnTags(ExportedTags told) -> inOne(step, books, () -> {
                tags.restore(owner, told);
                books.note(ArchiveImport.NOTHING, List.of());
            });
            case ImportStep.OwnBoard(ExportedOrder.KeptBoard told) -> inOne(step, books, () -> {
                order.restore(owner, told, told.images().stream().distinct().flatMap(hash -> albums.image(owner, hash).stream()).toList());
                books.note(ArchiveImport.NOTHING, List.of());
            });
            case ImportStep.OwnSearch(ExportedOrder.KeptSearch told) -> inOne(step, books, () -> {
                order.restore(owner, told);
                books.note(ArchiveImport.NOTHING, List.of());
            });
            case ImportStep.OwnFavorites(List<String> hashes) -> inOne(step, books, () -> {
                order.mark(owner, hashes.stream().flatMap(hash -> albums.image(owner, hash).stream()).toList());
                books.note(ArchiveImport.NOTHING, List.of());
            });
            case ImportStep.OwnShare share -> shares.restore(owner, books, share);
        }
    }

    private void inOne(ImportStep step, ImportBooks books, Runnable work) {
        transactions.writing(() -> {
            books.begin(step);
            work.run();
        });
    }

    private static void leave(ImportStep step, Refusal refusal, ImportBooks books) {
        LeftEntry.Outcome outcome = refusal instanceof Refusal.UnsupportedType ? LeftEntry.Outcome.SKIPPED : LeftEntry.Outcome.FAILED;
        LeftEntry entry = new LeftEntry(ImportRefusals.subject(step), outcome, ImportRefusals.code(refusal), refusal.detail());
        books.note(ImportPlanner.isPicture(step) ? tally(entry) : ArchiveImport.NOTHING, List.of(entry));
    }

    private static ArchiveImport.Tally tally(LeftEntry entry) {
        return entry.outcome() == LeftEntry.Outcome.SKIPPED ? ArchiveImport.ONE_SKIPPED : ArchiveImport.ONE_FAILED;
    }
}
