package dev.albumen.persistence.image;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Criterion;
import dev.albumen.application.image.FindingViewsContract;
import dev.albumen.application.image.ImageSearch;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.image.ColorName;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.Orientation;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresFindingViewsTest extends FindingViewsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private final Sql sql = POSTGRES.bean(Sql.class);

    @Override
    protected Catalogue catalogue() {
        return new PostgresCatalogue(POSTGRES);
    }

    @Test
    void namesColorsAsTheDomainDoes() {
        List<String> colors = IntStream.range(0, 16 * 16 * 16)
                .mapToObj(n -> "#%02x%02x%02x".formatted(n / 256 * 17, n / 16 % 16 * 17, n % 16 * 17)).toList();

        List<String> named = sql.list("SELECT color_name(color) AS name FROM unnest(?) WITH ORDINALITY given (color, place) ORDER BY place",
                row -> row.text("name"), (Object) colors.toArray(String[]::new));

        assertThat(named).isEqualTo(colors.stream().map(color -> ColorName.of(color).label()).toList());
        assertThat(named).contains("red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink", "brown", "black", "gray", "white");
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "199, 100", "200, 100", "1, 1", "1, 2", "99, 200", "30000, 1", "65535, 65535"})
    void tellsShapesAsTheDomainDoes(int width, int height) {
        Image image = kept(anImage().ownedBy(ada).measuring(width, height).build());

        for (Orientation orientation : Orientation.values()) {
            ImageSearch search = ImageSearch.OWN.and(new Criterion.Shaped(orientation));
            assertThat(catalogue.imageViews().search(viewer(ada), search, PageRequest.first(5)).items().isEmpty())
                    .isNotEqualTo(Orientation.of(image.dimensions()).contains(orientation));
        }
    }
}
