package dev.albumen.application.selection;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.ShareLinkBuilder.token;

import dev.albumen.application.share.Knock;
import dev.albumen.application.share.ShareVisits;
import dev.albumen.application.shared.InMemoryThrottle;
import dev.albumen.application.shared.SequentialTokens;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.audit.AuditEntry;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.selection.SelectionItem;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A link of ada's to an album with two pictures, through which clients choose. */
abstract class SelectionUseCaseTest extends UseCaseTest {

    final ShareVisits visits = new ShareVisits(secrets, ids, clock);
    final SelectionDoor door = new SelectionDoor(transactions, catalogue.shareViews(), catalogue.selectionConfigs(),
            catalogue.selections(), visits, clock);
    final OpenSelections open =
            new OpenSelections(transactions, catalogue.selectionConfigs(), catalogue.selections(), clock);
    final ManagedLinks managed = new ManagedLinks(catalogue.shareLinks());
    final StartSelection start = new StartSelection(door, transactions, catalogue.selections(), new InMemoryThrottle(clock),
            new SequentialTokens(), ids, audit, clock);
    final ViewSelection view = new ViewSelection(door, catalogue.selectionItems(), clock);
    final ChooseImage choose = new ChooseImage(door, open, catalogue.selections(), catalogue.selectionItems());
    final SubmitSelection submit =
            new SubmitSelection(door, open, catalogue.selections(), catalogue.selectionItems(), audit);
    final MoveSelections move = new MoveSelections(transactions, managed, catalogue.selections(), audit, clock);

    Album album;
    Image one;
    Image two;
    ShareLink link;

    @BeforeEach
    void makeLink() {
        album = given(anAlbum());
        one = given(anImage().named("one.jpg"));
        two = given(anImage().named("two.jpg"));
        place(album, one, two);
        link = given(aShareLink().to(album));
        configure(null, true, null);
    }

    void configure(@Nullable Integer limit, boolean comments, @Nullable Instant deadline) {
        configure(link, true, limit, comments, false, deadline);
    }

    void configure(
            ShareLink of, boolean enabled, @Nullable Integer limit, boolean comments, boolean contact, @Nullable Instant deadline) {
        transactions.writing(() -> catalogue.selectionConfigs().save(new SelectionConfig(of.id(), enabled, null, limit, comments,
                contact, contact, false, false, deadline, clock.instant(), catalogue.selectionConfigs().of(of.id()).version())));
    }

    ClientKnock knock(ShareLink at, @Nullable String resume) {
        return new ClientKnock(new Knock(token(at), null), resume);
    }

    ClientKnock knock(@Nullable String resume) {
        return knock(link, resume);
    }

    /** The token of a new selection. */
    String started(String name) {
        return start.handle(Viewer.ANONYMOUS, new StartSelection.Command(
                knock(null), name, name + "@example.org", null, null, "10.0.0.1")).token();
    }

    SelectionItem chosen(String resume, Image image) {
        return choose.handle(Viewer.ANONYMOUS, new ChooseImage.Command(knock(resume), image.id(), null, Mark.NONE));
    }

    ClientSelection shown(String resume) {
        return view.handle(Viewer.ANONYMOUS, new ViewSelection.Query(knock(resume)));
    }

    ClientSelection submitted(String resume) {
        return submit.handle(Viewer.ANONYMOUS, new SubmitSelection.Command(knock(resume), null));
    }

    List<String> actions() {
        return trail.entries().stream().map(AuditEntry::action).toList();
    }
}
