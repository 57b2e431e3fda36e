package dev.albumen.persistence.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.SearchText;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Query;
import dev.albumen.persistence.shared.Seer;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Among many images, each search goes by the index that is right for it. Judged by plans, which say so on any machine. */
class FindingByIndexTest extends CatalogueContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final int IMAGES = 5_000;

    private final Sql sql = POSTGRES.bean(Sql.class);

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @BeforeEach
    void fill() throws SQLException {
        kept(anAlbum().ownedBy(ada).master().build());
        try (Connection connection = DelegatingDataSource.unwrapDataSource(POSTGRES.bean(DataSource.class)).getConnection()) {
            assertThat(SeededImages.add(connection, "ada", IMAGES)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"seed, images_newest", "4321, image_words_words", "zebra, image_words_words", "camera:zebra, image_words_words", "type:webm, image_words_words",
        "color:pink orientation:panorama type:gif, image_words_words", "'near:10,10,1', images_where"})
    void goesByTheRightIndex(String typed, String index) {
        ImageSearchQuery search = ImageSearchQuery.of(new Seer(ada.value(), false, false),
                ImageSearch.OWN.and(SearchText.read("q", typed, tag -> tag))).orElseThrow();
        Query query = search.from(new Query().add("EXPLAIN SELECT i.id")).add("ORDER BY i.created_at DESC, i.id DESC LIMIT 51");

        String plan = String.join("\n", query.planned().list(sql, row -> row.text("QUERY PLAN")));

        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }

    @Test
    void knowsTheRareWordsOfWhatIsSeeded() {
        ImageSearch search = ImageSearch.OWN.and(SearchText.read("q", SeededImages.rareWord(77), tag -> tag));

        assertThat(catalogue.imageViews().search(viewer(ada), search, PageRequest.first(5)).items())
                .singleElement().satisfies(view -> assertThat(view.image().title()).startsWith("Seed 77 "));
    }

    /** There are more than are ranked. */
    @Test
    void givesEveryImageOnceWhereAWordIsInAllOfThem() {
        ImageSearch search = ImageSearch.OWN.and(SearchText.read("q", "seed", tag -> tag));

        var found = pagedBy(200, page -> catalogue.imageViews().search(viewer(ada), search, page));

        assertThat(found).extracting(view -> view.image().id()).doesNotHaveDuplicates().hasSize(IMAGES);
    }
}
