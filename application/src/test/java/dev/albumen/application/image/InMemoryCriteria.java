package dev.albumen.application.image;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.ColorName;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.ImageAction;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.Orientation;
import dev.albumen.domain.image.Place;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the words and criteria of a search mean for one image, told from plain values. */
public final class InMemoryCriteria {

    private final Viewer viewer;
    private final ImageView view;
    private final Beside beside;

    /** What is known of an image elsewhere than in its own row. */
    public interface Beside {

        /** The albums that hold it and that the viewer sees by their ids. */
        List<Album> albums();

        /** Those of them that the viewer comes across. */
        List<Album> albumsFound();

        /** Whether a link of the viewer's shows it that is not revoked. */
        boolean shared();

        /** The tag with those that it lies in, by their names. */
        List<String> path(String tag);

        /** The labels that are suggested for it. */
        List<String> suggested();

        /** What people say of it, the newest first. */
        List<String> comments();
    }

    public InMemoryCriteria(Viewer viewer, ImageView view, Beside beside) {
        this.viewer = viewer;
        this.view = view;
        this.beside = beside;
    }

    public boolean meets(Criterion criterion) {
        return criterion instanceof Criterion.Not not
                ? known(not.criterion()) && !met(not.criterion())
                : known(criterion) && met(criterion);
    }

    private boolean known(Criterion criterion) {
        var allowed = ImageAccess.allowed(viewer, ImageAccess.Facts.of(view.image(), view.reach(), false));
        return switch (criterion) {
            case Criterion.Camera camera -> allowed.contains(ImageAction.SEE_DETAILS);
            case Criterion.Lens lens -> allowed.contains(ImageAction.SEE_DETAILS);
            case Criterion.Near near -> allowed.contains(ImageAction.SEE_PLACE);
            case Criterion.Located place -> allowed.contains(ImageAction.SEE_PLACE);
            default -> true;
        };
    }

    private boolean met(Criterion criterion) {
        Image image = view.image();
        return switch (criterion) {
            case Criterion.Not not -> !met(not.criterion());
            case Criterion.Tagged tag -> view.tags().stream().anyMatch(one -> beside.path(one.name()).contains(tag.name()));
            case Criterion.Labelled label -> view.tags().stream()
                    .anyMatch(one -> one.source().equals("labeler") && one.name().equals(label.name()))
                    || suggestionsSeen() && beside.suggested().contains(label.name());
            case Criterion.Categorised category -> view.tags().stream()
                    .anyMatch(one -> one.category() != null && one.category().equalsIgnoreCase(category.name()));
            case Criterion.Favorite favorite -> view.favorite();
            case Criterion.OfType type -> type.types().contains(image.mediaType());
            case Criterion.Rated rating -> view.opinions().rating() != null
                    && view.opinions().rating() >= rating.least() && view.opinions().rating() <= rating.most();
            case Criterion.InState status -> image.status().label().equals(status.status());
            case Criterion.Taken time -> image.takenAt() != null
                    && (time.from() == null || !image.takenAt().isBefore(time.from()))
                    && (time.before() == null || image.takenAt().isBefore(time.before()));
            case Criterion.Camera camera -> named(image.metadata().camera(), camera.name(), camera.exactly());
            case Criterion.Lens lens -> named(image.metadata().lens(), lens.name(), lens.exactly());
            case Criterion.Colored color -> image.status() instanceof ImageStatus.Ready ready
                    && ColorName.of(ready.appearance()).contains(color.color());
            case Criterion.Shaped shape -> Orientation.of(image.dimensions()).contains(shape.orientation());
            case Criterion.Pixels pixels ->
                    within((long) image.dimensions().width() * image.dimensions().height(), pixels.least(), pixels.below());
            case Criterion.Bytes bytes -> within(image.byteSize(), bytes.least(), bytes.below());
            case Criterion.Near near -> image.metadata().gps() != null
                    && image.metadata().gps().kilometresTo(near.latitude(), near.longitude()) <= near.kilometres();
            case Criterion.Located place -> image.metadata().place() != null && located(image.metadata().place(), place);
            case Criterion.InAlbum album -> beside.albums().stream().anyMatch(one -> one.id().equals(album.album()));
            case Criterion.Titled title -> begun(words(image.title()), title.words());
            case Criterion.InAlbumTitled album ->
                beside.albumsFound().stream().anyMatch(one -> folded(one.title()).startsWith(folded(album.title())));
            case Criterion.Shared shared -> beside.shared();
        };
    }

    private boolean suggestionsSeen() {
        return viewer.is(Role.ADMIN) || viewer.user().equals(Optional.of(view.image().ownerId()));
    }

    private static boolean within(long number, @Nullable Long least, @Nullable Long below) {
        return (least == null || number >= least) && (below == null || number < below);
    }

    private static boolean named(@Nullable String name, String wanted, boolean exactly) {
        return name != null && (exactly ? folded(name).equals(folded(wanted)) : begun(words(name), wanted));
    }

    private static boolean located(Place place, Criterion.Located wanted) {
        return wanted.exactly()
                ? Stream.concat(place.names(), Stream.of(place.title())).anyMatch(name -> folded(name).equals(folded(wanted.name())))
                : begun(place.names().flatMap(name -> words(name).stream()).toList(), wanted.name());
    }

    /** @param everything whether all that is known of the image is the viewer's to see */
    public boolean says(SearchWord word, boolean everything) {
        Image image = view.image();
        var caption = image.metadata().caption();
        List<List<String>> texts = Stream.concat(
                Stream.of(image.title(), String.join(" ", view.tags().stream().map(ImageView.Tag::name).toList()), image.description()),
                everything ? Stream.of(image.filename(), image.metadata().camera(), image.metadata().lens(),
                        place(image), String.join(" ", caption.keywords()), caption.title(), caption.description(), caption.creator(),
                        String.join(" ", beside.comments())) : Stream.empty())
                .map(InMemoryCriteria::words).toList();
        return word.excluded() != has(texts, word, everything);
    }

    /** All names of where it was taken. */
    static String place(Image image) {
        return image.metadata().place() == null ? "" : String.join(" ", image.metadata().place().names().toList());
    }

    private static boolean has(List<List<String>> texts, SearchWord word, boolean everything) {
        List<String> wanted = words(word.text());
        if (wanted.isEmpty()) {
            return word.excluded();
        }
        List<String> all = texts.stream().flatMap(List::stream).toList();
        return switch (word.match()) {
            case PHRASE -> (" " + String.join(" ", all) + " ").contains(" " + String.join(" ", wanted) + " ");
            case PART -> everything
                    ? String.join(" ", wanted).length() >= 3 && String.join(" ", all).contains(String.join(" ", wanted))
                    : begun(all, word.text());
            case BEGINNING -> begun(all, word.text());
        };
    }

    private static boolean begun(List<String> words, String wanted) {
        List<String> each = words(wanted);
        return !each.isEmpty() && each.stream().allMatch(one -> words.stream().anyMatch(word -> word.startsWith(one)));
    }

    /** In normal form: without case and accents. */
    public static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.stream(folded(text).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }
}
