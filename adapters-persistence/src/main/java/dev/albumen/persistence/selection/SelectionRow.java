package dev.albumen.persistence.selection;

import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.persistence.share.SharedImages;
import dev.albumen.persistence.shared.Row;
import java.sql.SQLException;
import java.util.Locale;

/** How a selection is read. */
final class SelectionRow {

    /** Under the alias {@code c}. */
    static final String COLUMNS = """
            c.id, c.share_id, c.token_hash, c.password_version, c.name, c.email, c.phone, c.note, c.status, c.round, c.created_at,
            c.updated_at, c.used_at, c.submitted_at, c.version
            """;
    /** Joins what the link of {@code c} shows of its items {@code x} as {@code i}; nothing else is left of them. */
    static final String SHOWN = """
            JOIN shares s ON s.id = c.share_id
            JOIN images i ON i.id = x.image_id AND i.status = 'ready' AND i.trashed_at IS NULL
                AND\s""" + SharedImages.OF_LINK;

    private SelectionRow() {}

    static Selection read(Row row) throws SQLException {
        return new Selection(new SelectionId(row.uuid("id")), new ShareId(row.uuid("share_id")), row.sha256("token_hash"),
                row.integer("password_version"),
                new Contact(row.textOrNull("name"), row.textOrNull("email"), row.textOrNull("phone"), row.textOrNull("note")),
                Selection.Status.valueOf(row.text("status").toUpperCase(Locale.ROOT)), row.integer("round"),
                row.time("created_at"), row.time("updated_at"), row.time("used_at"), row.timeOrNull("submitted_at"),
                row.number("version"));
    }

    static String status(Selection selection) {
        return selection.status().name().toLowerCase(Locale.ROOT);
    }
}
