package dev.albumen.application.share;

import dev.albumen.application.album.Albums;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;

/** Where what visitors send through a link is meant to go. */
public final class ContributionTarget {

    private final OpenShare open;
    private final Albums albums;
    private final Transactions transactions;

    public ContributionTarget(OpenShare open, Albums albums, Transactions transactions) {
        this.open = open;
        this.albums = albums;
        this.transactions = transactions;
    }

    record Meant(ShareLink link, AlbumId album) {}

    /** Refuses whoever may not send anything. */
    Meant require(Viewer viewer, Knock knock) {
        OpenShare.Open share = open.handle(viewer, new OpenShare.Query(knock));
        ShareAccess.require(share.holder(), Viewer.Grant.UPLOAD);
        ShareLink link = share.share().facts().link();
        // in the master album everything would be seen before it is accepted, and nobody puts images into what a search fills
        AlbumId album = link.resource().album()
                .filter(id -> transactions.read(() -> albums.find(id)).filter(one -> !one.master() && one.searchId() == null).isPresent())
                .orElseThrow(() -> new Refusal.Forbidden("share-not-granted", "This link does not allow it.").thrown());
        return new Meant(link, album);
    }
}
