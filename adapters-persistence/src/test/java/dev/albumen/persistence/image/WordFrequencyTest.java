package dev.albumen.persistence.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.FacetCounts;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.image.SearchWord;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much a search looks at, judged by what is decided and by the rows that plans went through. */
class WordFrequencyTest extends CatalogueContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final int IMAGES = 5_600;
    /** In more than are always taken for few. */
    private static final int OLD = 5_200;

    private static final String DESCRIBED = """
            UPDATE images SET description = CASE WHEN n <= ? THEN 'olden' ELSE 'recent' END
            FROM (SELECT id, row_number() OVER (ORDER BY created_at) AS n FROM images) placed
            WHERE images.id = placed.id AND images.owner_id = ?
            """;
    private static final String COUNTED = "UPDATE albums SET image_count = ? WHERE owner_id = ? AND master";

    private final Sql sql = POSTGRES.bean(Sql.class);

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Test
    void looksThroughTheNewestOnlyWhereThatEndsSoon() throws SQLException {
        fill();

        assertThat(frequency("seed", 2000)).as("all have it").isEqualTo(WordFrequency.MANY);
        assertThat(frequency("nothing", 2000)).as("none has it").isEqualTo(WordFrequency.NONE);
        assertThat(frequency("olden", 2000)).as("many have it, the newest have not").isEqualTo(WordFrequency.MANY);
        assertThat(frequency("recent", 2000)).as("the newest have it, and no others").isEqualTo(WordFrequency.FEW);
        assertThat(frequency("recent", 50)).as("as many of the newest have it as are wanted").isEqualTo(WordFrequency.MANY);

        writing(() -> sql.change(COUNTED, 1_000_000, ada.value()));
        assertThat(frequency("olden", 2000)).as("so many among a million").isEqualTo(WordFrequency.FEW);
        assertThat(WordFrequency.of(sql, null, words("olden"), 2000)).as("among everybody's").isEqualTo(WordFrequency.MANY);
    }

    @Test
    void readsOnlyTheImagesOfThePageWhole() throws SQLException {
        fill();

        for (String word : List.of("seed", "recent")) {
            assertThat(plan(word, PageRequest.first(2))).as(word)
                    .containsPattern("images_pkey on images o(_\\d)? \\(actual rows=1\\.00 loops=3\\)");
        }
    }

    @Test
    void looksForNothingFurtherWhereNoImageHasTheWords() {
        kept(anImage().ownedBy(ada).titled("Sea").build());

        assertThat(measured("moon")).isEmpty();
        assertThat(measured("sea")).isPresent();
        assertThat(catalogue.findingViews().facets(viewer(ada), saying("moon"))).isEqualTo(new FacetCounts(0, true, Map.of()));
        assertThat(catalogue.findingViews().suggestions(viewer(ada), saying("moon"), "s")).isEmpty();
        assertThat(catalogue.imageViews().own(ada, saying("moon"), 10)).isEmpty();
    }

    private Optional<ImageSearchQuery> measured(String word) {
        return ImageSearchQuery.of(new Seer(ada.value(), false, false), saying(word), (owner, tag) -> false)
                .flatMap(query -> query.measured(sql, RankedImages.MOST_RANKED));
    }

    private static ImageSearch saying(String word) {
        return ImageSearch.OWN.saying(List.of(SearchWord.beginning(word)));
    }

    private String plan(String word, PageRequest page) {
        Seer seer = new Seer(ada.value(), false, false);
        ImageSearchQuery search = measured(word).orElseThrow();
        Query query = new RankedImages(sql, search, seer)
                .rankedFrom(new Query().add("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF)"), page);
        return String.join("\n", query.planned().list(sql, row -> row.text("QUERY PLAN")));
    }

    private WordFrequency frequency(String word, int wanted) {
        return WordFrequency.of(sql, ada.value(), words(word), wanted);
    }

    private static ImageWords words(String word) {
        return new ImageWords(List.of(SearchWord.beginning(word)), true);
    }

    private void fill() throws SQLException {
        kept(anAlbum().ownedBy(ada).master().build());
        try (Connection connection = DelegatingDataSource.unwrapDataSource(POSTGRES.bean(DataSource.class)).getConnection()) {
            assertThat(SeededImages.add(connection, "ada", IMAGES)).isTrue();
        }
        writing(() -> sql.change(DESCRIBED, OLD, ada.value()));
    }
}
