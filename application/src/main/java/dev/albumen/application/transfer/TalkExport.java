package dev.albumen.application.transfer;

import dev.albumen.application.album.AlbumView;
import dev.albumen.application.image.ImageView;
import dev.albumen.application.social.CommentView;
import dev.albumen.application.social.CommentViews;
import dev.albumen.application.social.ListComments;
import dev.albumen.application.transfer.ExportedTalk.About;
import dev.albumen.application.transfer.ExportedTalk.Said;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Comment;
import dev.albumen.domain.social.CommentAction;
import dev.albumen.domain.social.CommentId;
import dev.albumen.domain.social.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes into a bag what was said of an account's albums and images. Only what the lists say is talked of is asked for. */
final class TalkExport {

    private final ListComments comments;
    private final Viewer.Member owner;
    private final List<About> about = new ArrayList<>();

    TalkExport(ListComments comments, Viewer.Member owner) {
        this.comments = comments;
        this.owner = owner;
    }

    void add(List<ImageView> some) {
        some.stream().filter(view -> view.opinions().commentCount() > 0).forEach(view ->
                add(new Subject.OfImage(view.image().id()), view.image().sha256().hex(), null));
    }

    void add(AlbumView view, Optional<Integer> number) {
        number.ifPresent(known -> add(new Subject.OfAlbum(view.album().id()), null, known));
    }

    private void add(Subject subject, @Nullable String image, @Nullable Integer album) {
        List<Said> said = new ArrayList<>();
        Map<CommentId, Integer> numbers = new HashMap<>();
        Pages.each(page -> comments.handle(owner, new ListComments.Query(new CommentViews.Search(subject, null, false), page)), found ->
                found.stream().filter(view -> view.allowed().contains(CommentAction.READ)).forEach(view -> {
                    numbers.put(view.comment().id(), said.size() + 1);
                    said.add(said(view, said.size() + 1, numbers));
                }));
        if (!said.isEmpty()) {
            about.add(new About(image, album, said));
        }
    }

    private static Said said(CommentView view, int number, Map<CommentId, Integer> numbers) {
        Comment comment = view.comment();
        CommentView.Name name = view.name();
        return new Said(number, comment.parent() == null ? null : numbers.get(comment.parent()), name == null ? null : name.displayName(),
                name == null || name.account() == null ? null : name.account().username(), comment.body(), comment.state().hidden(),
                comment.createdAt().toString());
    }

    void write(TransferDocuments documents, Bag bag) {
        if (!about.isEmpty()) {
            bag.add(BagPaths.TALK, documents.write(new ExportedTalk(about)));
        }
    }
}
