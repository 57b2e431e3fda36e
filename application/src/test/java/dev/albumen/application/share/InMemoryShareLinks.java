package dev.albumen.application.share;

import dev.albumen.application.album.InMemoryAlbums;
import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.share.Slug;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps share links in memory. */
public final class InMemoryShareLinks implements ShareLinks {

    private final InMemoryTable<ShareId, ShareLink> links;
    private final List<Consumer<ShareId>> listeners = new ArrayList<>();

    public InMemoryShareLinks(InMemoryTransactions transactions, InMemoryAlbums albums, InMemoryImages images) {
        this.links = transactions.table();
        albums.whenDeleted(gone -> {
            removeTo(new SharedResource.OfAlbum(gone));
            removeTo(new SharedResource.OfProject(gone));
        });
        images.whenPurged(gone -> removeTo(new SharedResource.OfImage(gone)));
    }

    public List<ShareLink> all() {
        return List.copyOf(links.all().values());
    }

    @Override
    public void add(ShareLink link) {
        if (all().stream().anyMatch(other -> other.tokenHash().equals(link.tokenHash()))) {
            throw new IllegalStateException("a token twice");
        }
        requireOwnSlug(link);
        links.put(link.id(), link);
    }

    @Override
    public Optional<ShareLink> find(ShareId id) {
        return links.find(id);
    }

    @Override
    public ShareLink save(ShareLink link) {
        if (find(link.id()).filter(stored -> stored.version() == link.version()).isEmpty()) {
            throw new LostRaceException();
        }
        requireOwnSlug(link);
        ShareLink next = new ShareLink(link.id(), link.ownerId(), link.resource(), link.tokenHash(), link.sealedToken(),
                link.terms(), link.passwordHash(), link.passwordVersion(), link.active(), link.createdAt(), link.updatedAt(),
                link.version() + 1);
        links.put(next.id(), next);
        return next;
    }

    /** Tells of every link that goes. */
    public void whenDeleted(Consumer<ShareId> listener) {
        listeners.add(listener);
    }

    @Override
    public void delete(ShareId id) {
        links.remove(id);
        listeners.forEach(listener -> listener.accept(id));
    }

    private void requireOwnSlug(ShareLink link) {
        Slug slug = link.terms().slug();
        if (slug != null && all().stream().anyMatch(other -> !other.id().equals(link.id()) && slug.equals(other.terms().slug()))) {
            throw ShareLinks.slugTaken();
        }
    }

    private void removeTo(SharedResource gone) {
        all().stream().filter(link -> link.resource().equals(gone)).map(ShareLink::id).forEach(this::delete);
    }
}
