package dev.albumen.persistence.share;

import dev.albumen.application.share.Contributions;
import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.share.ContributionId;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.persistence.shared.Order;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

@Singleton
final class PostgresContributions implements Contributions {

    private static final String COLUMNS = "c.id, c.share_id, c.owner_id, c.album_id, c.image_id, c.contributor, c.made, c.state, c.created_at";
    private static final Order NEWEST = Order.byId("c.id", true);
    // Whoever adds to the same link waits here.
    private static final String LOCK_LINK = "SELECT share_id FROM share_counts WHERE share_id = ? FOR NO KEY UPDATE";
    private static final String LOAD = """
            SELECT count(*) AS images, coalesce(sum(i.byte_size), 0) AS bytes
            FROM contributions c JOIN images i ON i.id = c.image_id
            WHERE c.share_id = ? AND c.state <> 'rejected'
            """;
    private static final String ADD = """
            INSERT INTO contributions (id, share_id, owner_id, album_id, image_id, contributor, made, state, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (share_id, image_id) DO NOTHING
            """;
    private static final String THERE = "SELECT " + COLUMNS + " FROM contributions c WHERE c.share_id = ? AND c.image_id = ?";
    private static final String LOCK = "SELECT " + COLUMNS + " FROM contributions c WHERE c.id = ? FOR UPDATE";
    private static final String SAVE = "UPDATE contributions SET state = ? WHERE id = ?";
    private static final String LIST = "SELECT " + COLUMNS + " FROM contributions c WHERE c.owner_id = ?";

    private final Sql sql;

    PostgresContributions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Load> load(ShareId share) {
        sql.requireTransaction();
        return sql.find(LOCK_LINK, row -> row.uuid("share_id"), share.value())
                .map(locked -> sql.one(LOAD, row -> new Load(row.number("images"), row.number("bytes")), locked));
    }

    @Override
    public Contribution add(Contribution one) {
        Object share = one.shareId() == null ? null : one.shareId().value();
        Object album = one.albumId() == null ? null : one.albumId().value();
        boolean added = sql.change(ADD, one.id().value(), share, one.ownerId().value(), album, one.imageId().value(), one.contributor(),
                one.made(), name(one.state()), one.createdAt()) == 1;
        return added ? one : sql.one(THERE, PostgresContributions::read, share, one.imageId().value());
    }

    @Override
    public Optional<Contribution> lock(ContributionId id) {
        sql.requireTransaction();
        return sql.find(LOCK, PostgresContributions::read, id.value());
    }

    @Override
    public void save(Contribution contribution) {
        sql.change(SAVE, name(contribution.state()), contribution.id().value());
    }

    @Override
    public Page<Contribution> list(UserId owner, Search search, PageRequest page) {
        return new Query().add(LIST, owner.value())
                .addIf(search.share(), "AND c.share_id = ?", ShareId::value)
                .addIf(search.state(), "AND c.state = ?", PostgresContributions::name)
                .page(sql, NEWEST, page, PostgresContributions::read);
    }

    private static String name(Contribution.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Contribution read(Row row) throws SQLException {
        Optional<ShareId> share = Optional.ofNullable(row.uuidOrNull("share_id")).map(ShareId::new);
        Optional<AlbumId> album = Optional.ofNullable(row.uuidOrNull("album_id")).map(AlbumId::new);
        return new Contribution(new ContributionId(row.uuid("id")), share.orElse(null), new UserId(row.uuid("owner_id")),
                album.orElse(null), new ImageId(row.uuid("image_id")), row.textOrNull("contributor"), row.flag("made"),
                Contribution.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)), row.time("created_at"));
    }
}
