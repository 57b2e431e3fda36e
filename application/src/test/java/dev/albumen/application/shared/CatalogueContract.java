package dev.albumen.application.shared;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of the catalogue's stores share: an empty catalogue, two users, and short words for transactions. */
public abstract class CatalogueContract {

    protected Catalogue catalogue;
    protected UserId ada;
    protected UserId bob;

    /** An empty catalogue. */
    protected abstract Catalogue catalogue();

    @BeforeEach
    void openCatalogue() {
        catalogue = catalogue();
        ada = catalogue.user("ada");
        bob = catalogue.user("bob");
    }

    protected <T> T read(Supplier<T> work) {
        return catalogue.transactions().read(work);
    }

    protected <T> T write(Supplier<T> work) {
        return catalogue.transactions().write(work);
    }

    protected void writing(Runnable work) {
        catalogue.transactions().writing(work);
    }

    /** Keeps an album. */
    protected Album kept(Album album) {
        writing(() -> catalogue.albums().add(album));
        return album;
    }

    /** Keeps an image. */
    protected Image kept(Image image) {
        assertThat(write(() -> catalogue.images().add(image))).isTrue();
        return image;
    }

    /** Puts images at an album's end. */
    protected void place(Album album, Image... images) {
        writing(() -> catalogue.albumImages().append(
                album.id(), Stream.of(images).map(Image::id).toList(), album.ownerId(), NOON));
    }

    /** The user, signed in. */
    protected Viewer.Member viewer(UserId user) {
        return new Viewer.Member(user, Role.USER, new SessionId(user.value()));
    }

    /** All rows of a list, read in pages of two. */
    protected <T> List<T> paged(Function<PageRequest, Page<T>> list) {
        return pagedBy(2, list);
    }

    /** All rows of a list, read in pages of so many. */
    protected static <T> List<T> pagedBy(int limit, Function<PageRequest, Page<T>> list) {
        List<T> seen = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(limit));
        while (next.isPresent()) {
            Page<T> page = list.apply(next.get());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            next = page.next().map(place -> new PageRequest(limit, Optional.of(place)));
        }
        return seen;
    }

    protected static void assertStale(ThrowingCallable act) {
        assertThat(refusalOf(act)).isEqualTo(new Refusal.Stale());
    }
}
