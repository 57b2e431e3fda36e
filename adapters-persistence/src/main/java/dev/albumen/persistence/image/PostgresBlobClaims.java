package dev.albumen.persistence.image;

import dev.albumen.application.storage.BlobClaims;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.persistence.shared.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An image's row is the claim, and for a logo that of its user's settings. */
@Singleton
final class PostgresBlobClaims implements BlobClaims {

    private static final String CLAIMED = """
            SELECT DISTINCT sha256 FROM images WHERE sha256 IN (SELECT decode(hex, 'hex') FROM unnest(?) hex)
            """;
    private static final String SHARED = """
            SELECT count(DISTINCT owner_id) > 1 AS shared FROM images WHERE sha256 = decode(?, 'hex')
            """;
    private static final String LOGOS = """
            SELECT DISTINCT mark_logo FROM user_settings WHERE mark_logo IN (SELECT decode(hex, 'hex') FROM unnest(?) hex)
            """;
    private static final String RENDITIONS = """
            SELECT DISTINCT sha256, unnest(renditions) AS name FROM images
            WHERE sha256 IN (SELECT decode(hex, 'hex') FROM unnest(?) hex)
            """;
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";

    private final Sql sql;

    PostgresBlobClaims(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<Sha256> claimed(Collection<Sha256> contents) {
        String[] hexes = contents.stream().map(Sha256::hex).toArray(String[]::new);
        return Set.copyOf(sql.list(CLAIMED, row -> row.sha256("sha256"), (Object) hexes));
    }

    @Override
    public boolean shared(Sha256 content) {
        return sql.one(SHARED, row -> row.flag("shared"), content.hex());
    }

    @Override
    public Set<Sha256> logos(Collection<Sha256> contents) {
        String[] hexes = contents.stream().map(Sha256::hex).toArray(String[]::new);
        return Set.copyOf(sql.list(LOGOS, row -> row.sha256("mark_logo"), (Object) hexes));
    }

    @Override
    public Map<Sha256, Set<String>> renditions(Collection<Sha256> contents) {
        String[] hexes = contents.stream().map(Sha256::hex).toArray(String[]::new);
        return sql.list(RENDITIONS, row -> Map.entry(row.sha256("sha256"), row.text("name")), (Object) hexes).stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    @Override
    public void lock(Sha256 content) {
        sql.requireTransaction();
        sql.list(LOCK, row -> content, content.hex());
    }
}
