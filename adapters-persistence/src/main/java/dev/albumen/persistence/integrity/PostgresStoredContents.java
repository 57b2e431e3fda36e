package dev.albumen.persistence.integrity;

import dev.albumen.application.integrity.StoredContents;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Singleton
final class PostgresStoredContents implements StoredContents {

    private static final String COUNT = "SELECT count(DISTINCT sha256) AS contents FROM images";
    private static final String COLUMNS = "SELECT i.sha256, i.id, i.byte_size, i.renditions FROM images i ";
    private static final String AFTER = COLUMNS + """
            WHERE i.sha256 IN (SELECT DISTINCT sha256 FROM images WHERE sha256 > ? ORDER BY sha256 LIMIT ?)
            ORDER BY i.sha256, i.id
            """;
    private static final String FIND = COLUMNS + "WHERE i.sha256 = ? ORDER BY i.id";
    private static final byte[] BEFORE_ALL = new byte[0];

    private final Sql sql;

    PostgresStoredContents(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long count() {
        return sql.one(COUNT, row -> row.number("contents"));
    }

    @Override
    public List<StoredContent> after(Optional<Sha256> content, int limit) {
        return joined(sql.list(AFTER, PostgresStoredContents::alone, content.map(PostgresStoredContents::bytes).orElse(BEFORE_ALL), limit));
    }

    @Override
    public Optional<StoredContent> find(Sha256 content) {
        return joined(sql.list(FIND, PostgresStoredContents::alone, (Object) bytes(content))).stream().findFirst();
    }

    private static byte[] bytes(Sha256 content) {
        return HexFormat.of().parseHex(content.hex());
    }

    private static StoredContent alone(Row row) throws SQLException {
        Holder holder = new Holder(new ImageId(row.uuid("id")), Set.copyOf(row.textsOrNone("renditions")));
        return new StoredContent(row.sha256("sha256"), row.number("byte_size"), List.of(holder));
    }

    private static List<StoredContent> joined(List<StoredContent> rows) {
        Map<Sha256, StoredContent> contents = new LinkedHashMap<>();
        rows.forEach(row -> contents.merge(row.sha256(), row, (before, one) -> {
            List<Holder> holders = new ArrayList<>(before.holders());
            holders.addAll(one.holders());
            return new StoredContent(before.sha256(), before.byteSize(), holders);
        }));
        return List.copyOf(contents.values());
    }
}
