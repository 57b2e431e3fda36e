package dev.albumen.persistence.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeededImagesTest extends CatalogueContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private final Sql sql = POSTGRES.bean(Sql.class);

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Test
    void looksLikeWhatUploadsLeave() throws SQLException {
        kept(anAlbum().ownedBy(ada).master().build());

        assertThat(add("ada", 100)).isTrue();

        assertThat(number("SELECT count(*) AS number FROM images WHERE title LIKE '% " + SeededImages.OCCASIONAL_WORD + "'")).isEqualTo(2);
        assertThat(number("SELECT count(*) AS number FROM likenesses")).isEqualTo(100);
        assertThat(number("SELECT count(*) AS number FROM difference_hashes")).isEqualTo(100);
        assertThat(number("SELECT sum(image_count) AS number FROM likeness_groups")).isEqualTo(100);
        assertThat(catalogue.likenessViews().duplicates(ada, PageRequest.first(50)).items())
                .hasSize(10).allSatisfy(group -> assertThat(group.images()).hasSize(2));
    }

    @Test
    void addsToNobodysAccount() throws SQLException {
        assertThat(add("nobody", 10)).isFalse();
    }

    private long number(String statement) {
        return sql.one(statement, row -> row.number("number"));
    }

    private static boolean add(String user, int count) throws SQLException {
        try (Connection connection = DelegatingDataSource.unwrapDataSource(POSTGRES.bean(DataSource.class)).getConnection()) {
            return SeededImages.add(connection, user, count);
        }
    }
}
