package dev.albumen.persistence.share;

import dev.albumen.application.share.SelectionConfigs;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.persistence.shared.ConstraintException;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@Singleton
final class PostgresSelectionConfigs implements SelectionConfigs {

    private static final String FIND = """
            SELECT share_id, enabled, title, item_limit, allow_comments, require_name, require_email, require_phone, require_note,
                deadline, updated_at, version
            FROM selection_configs WHERE share_id = ANY (?)
            """;
    private static final String ADD = """
            INSERT INTO selection_configs (enabled, title, item_limit, allow_comments, require_name, require_email, require_phone,
                require_note, deadline, updated_at, version, share_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String CHANGE = """
            UPDATE selection_configs SET enabled = ?, title = ?, item_limit = ?, allow_comments = ?, require_name = ?,
                require_email = ?, require_phone = ?, require_note = ?, deadline = ?, updated_at = ?, version = ?
            WHERE share_id = ? AND version = ?
            """;

    private final Sql sql;

    PostgresSelectionConfigs(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<ShareId, SelectionConfig> of(Set<ShareId> shares) {
        Map<ShareId, SelectionConfig> found = new HashMap<>();
        sql.list(FIND, PostgresSelectionConfigs::read, (Object) shares.stream().map(ShareId::value).toArray(UUID[]::new))
                .forEach(config -> found.put(config.shareId(), config));
        return found;
    }

    private static SelectionConfig read(Row row) throws SQLException {
        return new SelectionConfig(new ShareId(row.uuid("share_id")), row.flag("enabled"), row.textOrNull("title"),
                row.integerOrNull("item_limit"), row.flag("allow_comments"), row.flag("require_name"), row.flag("require_email"),
                row.flag("require_phone"), row.flag("require_note"), row.timeOrNull("deadline"), row.time("updated_at"),
                row.number("version"));
    }

    @Override
    public SelectionConfig save(SelectionConfig config) {
        SelectionConfig next = new SelectionConfig(config.shareId(), config.enabled(), config.title(), config.limit(),
                config.allowComments(), config.requireName(), config.requireEmail(), config.requirePhone(), config.requireNote(),
                config.deadline(), config.updatedAt(), config.version() + 1);
        if ((config.version() == 0 ? add(next) : change(next, config.version())) == 0) {
            throw new LostRaceException();
        }
        return next;
    }

    private int add(SelectionConfig config) {
        try {
            return sql.change(ADD, config.enabled(), config.title(), config.limit(), config.allowComments(), config.requireName(),
                    config.requireEmail(), config.requirePhone(), config.requireNote(), config.deadline(), config.updatedAt(),
                    config.version(), config.shareId().value());
        } catch (ConstraintException e) {
            throw e.when("selection_configs_share_id_fkey", LostRaceException::new);
        }
    }

    private int change(SelectionConfig config, long before) {
        return sql.change(CHANGE, config.enabled(), config.title(), config.limit(), config.allowComments(), config.requireName(),
                config.requireEmail(), config.requirePhone(), config.requireNote(), config.deadline(), config.updatedAt(),
                config.version(), config.shareId().value(), before);
    }
}
