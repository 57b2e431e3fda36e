package dev.albumen.application.selection;

import dev.albumen.application.share.ShareLinks;
import dev.albumen.domain.share.ShareAccess;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.Viewer;

/** Links for those who manage them. */
public final class ManagedLinks {

    private final ShareLinks links;

    public ManagedLinks(ShareLinks links) {
        this.links = links;
    }

    ShareLink require(Viewer viewer, ShareId id) {
        ShareLink link = links.find(id).orElseThrow(Refusal::notFound);
        ShareAccess.requireManaging(viewer, link);
        return link;
    }
}
