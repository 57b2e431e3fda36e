package dev.albumen.persistence.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.SearchText;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.image.ImageId;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each search has an index to go by. Judged by plans, which say so on any machine. */
class FindingByIndexTest extends CatalogueContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    /** A few more than are ranked. */
    private static final int IMAGES = RankedImages.MOST_RANKED + 150;

    private static final Map<String, String> BY = Map.of(
            "2149", "image_words_words",
            "zebra", "image_words_words",
            "zebra -seed", "image_words_words",
            "camera:zebra", "image_words_words",
            "type:webm", "image_words_words",
            "color:pink orientation:panorama type:gif", "image_words_words",
            "near:10,10,1", "images_where");

    private final Sql sql = POSTGRES.bean(Sql.class);

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Test
    void goesByIndexesAndGivesEveryImageOnce() throws SQLException {
        fill();

        writing(() -> {
            // Among so few, reading all of them in some order may look cheaper.
            List.of("enable_seqscan", "enable_indexscan", "enable_indexonlyscan").forEach(way -> sql.change("SET LOCAL " + way + " = off"));
            BY.forEach((typed, index) -> assertThat(plan(typed)).as(typed).contains("Bitmap Index Scan on " + index));
        });
        assertThat(found("seed")).as("a word of all, of which some are ranked").doesNotHaveDuplicates().hasSize(IMAGES);
        assertThat(found(SeededImages.rareWord(77, IMAGES))).as("the rare word of some").doesNotHaveDuplicates().hasSize(20);
    }

    private void fill() throws SQLException {
        kept(anAlbum().ownedBy(ada).master().build());
        try (Connection connection = DelegatingDataSource.unwrapDataSource(POSTGRES.bean(DataSource.class)).getConnection()) {
            assertThat(SeededImages.add(connection, "ada", IMAGES)).isTrue();
        }
    }

    private String plan(String typed) {
        ImageSearchQuery search =
                ImageSearchQuery.of(new Seer(ada.value(), false, false), asked(typed), (owner, tag) -> false).orElseThrow();
        Query query = search.from(new Query().add("EXPLAIN SELECT i.id")).add("ORDER BY i.created_at DESC, i.id DESC LIMIT 51");
        return String.join("\n", query.planned().list(sql, row -> row.text("QUERY PLAN")));
    }

    private List<ImageId> found(String typed) {
        return pagedBy(200, page -> catalogue.imageViews().search(viewer(ada), asked(typed), page)).stream()
                .map(view -> view.image().id()).toList();
    }

    private static ImageSearch asked(String typed) {
        return ImageSearch.OWN.and(SearchText.read("q", typed, tag -> tag));
    }
}
