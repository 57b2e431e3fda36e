package dev.albumen.persistence.storage;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.persistence.shared.Row;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** One row a blob; a blob nobody knows the sum of has none. */
@Singleton
final class PostgresBlobSums implements BlobSums {

    private static final String OF = """
            SELECT sha256, name, byte_size, crc32 FROM blob_sums
            WHERE sha256 IN (SELECT decode(hex, 'hex') FROM unnest(?) hex)
            """;
    private static final String KEEP = """
            INSERT INTO blob_sums AS known (sha256, name, byte_size, crc32) VALUES (decode(?, 'hex'), ?, ?, ?)
            ON CONFLICT (sha256, name) DO UPDATE SET byte_size = EXCLUDED.byte_size, crc32 = EXCLUDED.crc32
            WHERE (known.byte_size, known.crc32) <> (EXCLUDED.byte_size, EXCLUDED.crc32)
            """;
    private static final String FORGET = "DELETE FROM blob_sums WHERE sha256 = decode(?, 'hex') AND name = ?";

    private final Sql sql;

    PostgresBlobSums(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<BlobKey, BlobSum> of(Collection<Sha256> contents) {
        String[] hexes = contents.stream().map(Sha256::hex).toArray(String[]::new);
        return sql.list(OF, row -> Map.entry(key(row), new BlobSum(row.number("byte_size"), row.number("crc32"))), (Object) hexes)
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void keep(BlobKey key, BlobSum sum) {
        sql.change(KEEP, content(key), name(key), sum.byteSize(), sum.crc32());
    }

    @Override
    public void forget(BlobKey key) {
        sql.change(FORGET, content(key), name(key));
    }

    private static BlobKey key(Row row) throws SQLException {
        Sha256 content = row.sha256("sha256");
        String name = row.text("name");
        return name.isEmpty() ? BlobKey.original(content) : BlobKey.rendition(content, name);
    }

    private static String content(BlobKey key) {
        return key.content().filter(content -> !key.value().startsWith(BlobKey.LOGOS)).map(Sha256::hex)
                .orElseThrow(() -> new IllegalArgumentException("no sum is kept of " + key));
    }

    private static String name(BlobKey key) {
        return key.value().startsWith(BlobKey.RENDITIONS) ? key.fileName() : "";
    }
}
