package dev.albumen.persistence.image;

import dev.albumen.persistence.shared.Sql;
import java.util.UUID;

/** Knows which tags hold others, so that lists of what bears one that holds none can follow its index. */
record HoldingTags(Sql sql) {

    private static final String HOLDS = """
            SELECT EXISTS (SELECT 1 FROM tags up JOIN tags t ON t.parent_id = up.id WHERE up.owner_id = ? AND up.name = ?) AS holds
            """;

    /** Whether other tags lie in an owner's tag of that name. */
    boolean holdTags(UUID owner, String name) {
        return sql.one(HOLDS, row -> row.flag("holds"), owner, name);
    }
}
