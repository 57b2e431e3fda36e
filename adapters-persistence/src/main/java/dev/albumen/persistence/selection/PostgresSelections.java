package dev.albumen.persistence.selection;

import dev.albumen.application.selection.Selections;
import dev.albumen.domain.selection.Contact;
import dev.albumen.domain.selection.Selection;
import dev.albumen.domain.selection.SelectionId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.ShareId;
import dev.albumen.persistence.shared.ConstraintException;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresSelections implements Selections {

    private static final String ADD = """
            INSERT INTO selections (id, share_id, token_hash, password_version, name, email, phone, note, status, round,
                created_at, updated_at, used_at, submitted_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT = "SELECT " + SelectionRow.COLUMNS + " FROM selections c WHERE ";
    private static final String BY_TOKEN = SELECT + "c.token_hash = ?";
    private static final String LOCK = SELECT + "c.id = ? FOR NO KEY UPDATE";
    private static final String LOCK_ALL = SELECT + "c.share_id = ? ORDER BY c.id FOR NO KEY UPDATE";
    private static final String SAVE = """
            UPDATE selections SET password_version = ?, name = ?, email = ?, phone = ?, note = ?, status = ?, round = ?,
                updated_at = ?, used_at = ?, submitted_at = ?, version = ?
            WHERE id = ?
            """;

    private final Sql sql;

    PostgresSelections(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Selection selection) {
        Contact contact = selection.contact();
        try {
            sql.change(ADD, selection.id().value(), selection.shareId().value(), bytes(selection.tokenHash()),
                    selection.passwordVersion(), contact.name(), contact.email(), contact.phone(), contact.note(),
                    SelectionRow.status(selection), selection.round(), selection.createdAt(), selection.updatedAt(),
                    selection.usedAt(), selection.submittedAt(), selection.version());
        } catch (ConstraintException e) {
            throw e.when("selections_share_id_fkey", Refusal::notFound);
        }
    }

    @Override
    public Optional<Selection> find(Sha256 tokenHash) {
        return sql.find(BY_TOKEN, SelectionRow::read, (Object) bytes(tokenHash));
    }

    @Override
    public Optional<Selection> lock(SelectionId id) {
        sql.requireTransaction();
        return sql.find(LOCK, SelectionRow::read, id.value());
    }

    @Override
    public List<Selection> lockAll(ShareId share) {
        sql.requireTransaction();
        return sql.list(LOCK_ALL, SelectionRow::read, share.value());
    }

    @Override
    public List<Selection> save(List<Selection> selections) {
        List<Selection> next = selections.stream().map(PostgresSelections::next).toList();
        if (!next.isEmpty()) {
            sql.changeEach(SAVE, next.stream().map(PostgresSelections::values).toList());
        }
        return next;
    }

    private static Selection next(Selection selection) {
        return new Selection(selection.id(), selection.shareId(), selection.tokenHash(), selection.passwordVersion(),
                selection.contact(), selection.status(), selection.round(), selection.createdAt(), selection.updatedAt(),
                selection.usedAt(), selection.submittedAt(), selection.version() + 1);
    }

    private static @Nullable Object[] values(Selection selection) {
        Contact contact = selection.contact();
        return new @Nullable Object[] {selection.passwordVersion(), contact.name(), contact.email(), contact.phone(), contact.note(),
            SelectionRow.status(selection), selection.round(), selection.updatedAt(), selection.usedAt(), selection.submittedAt(),
            selection.version(), selection.id().value()};
    }

    private static byte[] bytes(Sha256 hash) {
        return HexFormat.of().parseHex(hash.hex());
    }
}
