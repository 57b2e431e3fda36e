package dev.albumen.persistence.share;

import dev.albumen.application.share.ShareLinks;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.persistence.shared.ConstraintException;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class PostgresShareLinks implements ShareLinks {

    private final ShareRows rows;

    PostgresShareLinks(ShareRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(ShareLink link) {
        distinct(() -> rows.save(ShareRow.of(link, link.version())));
    }

    @Override
    public Optional<ShareLink> find(ShareId id) {
        return rows.findById(id.value()).map(ShareRow::toLink);
    }

    @Override
    public ShareLink save(ShareLink link) {
        if (rows.findByIdAndVersionForUpdate(link.id().value(), link.version()).isEmpty()) {
            throw new LostRaceException();
        }
        ShareRow next = ShareRow.of(link, link.version() + 1);
        distinct(() -> rows.update(next));
        return next.toLink();
    }

    @Override
    public void delete(ShareId id) {
        rows.deleteById(id.value());
    }

    private static void distinct(Runnable statement) {
        try {
            statement.run();
        } catch (RuntimeException e) {
            throw ConstraintException.when(e, "shares_slug", ShareLinks::slugTaken);
        }
    }
}
