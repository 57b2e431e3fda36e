package dev.albumen.persistence.tag;

import dev.albumen.application.tag.Tags;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import dev.albumen.persistence.shared.ConstraintException;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;

/** Each change of tags is one statement with all it brings about: data-modifying parts see the rows as they were before. */
@Singleton
final class PostgresTags implements Tags {

    private static final String CREATE = "INSERT INTO tags (owner_id, name) VALUES (?, ?) ON CONFLICT (owner_id, name) DO NOTHING";
    private static final String CREATE_ALL = """
            INSERT INTO tags (owner_id, name) SELECT ?, name FROM unnest(?) name ORDER BY name COLLATE "C"
            ON CONFLICT (owner_id, name) DO NOTHING
            """;
    private static final String TAG = """
            WITH put AS (
                INSERT INTO image_tags (image_id, tag_id, source)
                SELECT ?, t.id, ? FROM tags t WHERE t.owner_id = ? AND t.name = ANY (?)
                ON CONFLICT (image_id, tag_id) DO UPDATE SET source = 'user'
                    WHERE EXCLUDED.source = 'user' AND image_tags.source <> 'user'
                RETURNING image_id)
            UPDATE images SET version = version + 1 WHERE id IN (SELECT image_id FROM put)
            """;
    private static final String COUNT = "SELECT count(*) AS borne FROM image_tags WHERE image_id = ?";
    private static final String UNTAG = """
            WITH gone AS (
                DELETE FROM image_tags it USING tags t
                WHERE it.image_id = ? AND t.id = it.tag_id AND t.name = ? RETURNING it.image_id)
            UPDATE images SET version = version + 1 WHERE id IN (SELECT image_id FROM gone)
            """;
    private static final String FIND = "SELECT id FROM tags WHERE owner_id = ? AND name = ? FOR UPDATE";
    private static final String RENAME = "UPDATE tags SET name = ? WHERE id = ?";
    private static final String RAISE = """
            UPDATE images SET version = version + 1 WHERE id IN (SELECT image_id FROM image_tags WHERE tag_id = ?)
            """;
    private static final String MERGE = """
            INSERT INTO image_tags (image_id, tag_id, source) SELECT image_id, ?, source FROM image_tags WHERE tag_id = ?
            ON CONFLICT (image_id, tag_id) DO UPDATE SET source = 'user'
                WHERE EXCLUDED.source = 'user' AND image_tags.source <> 'user'
            """;
    private static final String ADOPT = "UPDATE tags SET parent_id = ? WHERE parent_id = ?";
    private static final String LIFT = "UPDATE tags SET parent_id = (SELECT up.parent_id FROM tags up WHERE up.id = ?) WHERE parent_id = ?";
    private static final String DELETE = "DELETE FROM tags WHERE id = ?";

    private final Sql sql;

    PostgresTags(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean create(UserId owner, TagName name) {
        return sql.change(CREATE, owner.value(), name.value()) == 1;
    }

    @Override
    public boolean tag(UserId owner, ImageId image, Collection<TagName> names, TagSource source) {
        String[] texts = names.stream().map(TagName::value).distinct().toArray(String[]::new);
        sql.change(CREATE_ALL, owner.value(), texts);
        boolean changed = sql.change(TAG, image.value(), source.name().toLowerCase(Locale.ROOT), owner.value(), texts) == 1;
        if (changed) {
            // The image's row is locked by its new version, so others who tag it wait, and count these too.
            Tags.requireBearable(sql.one(COUNT, row -> row.number("borne"), image.value()));
        }
        return changed;
    }

    @Override
    public boolean untag(ImageId image, TagName name) {
        return sql.change(UNTAG, image.value(), name.value()) == 1;
    }

    @Override
    public boolean rename(UserId owner, TagName from, TagName to) {
        long tag = lock(owner, from);
        if (tag == 0) {
            return false;
        }
        try {
            sql.change(RENAME, to.value(), tag);
        } catch (ConstraintException e) {
            throw e.when("tags_name", () -> new Refusal.Conflict("tag-taken", "You have a tag of this name already. Merge them instead.").thrown());
        }
        sql.change(RAISE, tag);
        return true;
    }

    @Override
    public boolean merge(UserId owner, TagName from, TagName into) {
        // In one order, so that two merges in opposite directions cannot wait for each other.
        boolean ordered = from.value().compareTo(into.value()) < 0;
        long first = lock(owner, ordered ? from : into);
        long second = lock(owner, ordered ? into : from);
        if (first == 0 || second == 0) {
            return false;
        }
        long ending = ordered ? first : second;
        if (first != second) {
            sql.change(RAISE, ending);
            sql.change(MERGE, ordered ? second : first, ending);
            sql.change(ADOPT, ordered ? second : first, ending);
            sql.change(DELETE, ending);
        }
        return true;
    }

    @Override
    public boolean delete(UserId owner, TagName name) {
        long tag = lock(owner, name);
        sql.change(RAISE, tag);
        sql.change(LIFT, tag, tag);
        return sql.change(DELETE, tag) == 1;
    }

    /** The tag's id, locked; 0 where there is none. */
    private long lock(UserId owner, TagName name) {
        sql.requireTransaction();
        return sql.find(FIND, row -> row.number("id"), owner.value(), name.value()).orElse(0L);
    }
}
