package dev.albumen.application.share;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.share.ContributionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent through links. A contribution goes with its image. */
public interface Contributions {

    /**
     * What came through a link, but for what was rejected. In a transaction, until whose end nobody else adds to that
     * link; empty where the link is gone.
     */
    Optional<Load> load(ShareId share);

    /** One for each link and image: where that image came through that link already, the former stays and is returned. */
    Contribution add(Contribution contribution);

    /** In a transaction, until whose end nobody else changes it. */
    Optional<Contribution> lock(ContributionId id);

    /** Keeps its state. */
    void save(Contribution contribution);

    /** A page of what came to an owner, newest first. */
    Page<Contribution> list(UserId owner, Search search, PageRequest page);

    /** @param bytes of the images together */
    record Load(long images, long bytes) {}

    record Search(@Nullable ShareId share, Contribution.@Nullable State state) {}
}
