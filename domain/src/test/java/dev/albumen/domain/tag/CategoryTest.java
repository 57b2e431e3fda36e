package dev.albumen.domain.tag;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final CategoryId ID = new CategoryId(new UUID(0, 1));
    private static final UserId OWNER = new UserId(new UUID(0, 2));

    @Test
    void keepsItsNameAsItWasWrittenAndKnowsItByAnyCase() {
        CategoryName name = CategoryName.written("/name", "  Flora \u00a0& fauna ");

        assertThat(name.value()).isEqualTo("Flora & fauna");
        assertThat(name.key()).isEqualTo(CategoryName.written("/name", "FLORA & FAUNA").key());
        assertThat(codeOf(() -> CategoryName.written("/name", " "))).isEqualTo("empty");
        assertThat(codeOf(() -> CategoryName.written("/name", "x".repeat(65)))).isEqualTo("too-long");
        assertThat(codeOf(() -> CategoryName.written("/name", "a\u0000b"))).isEqualTo("control-character");
        assertThatThrownBy(() -> new CategoryName(" a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        Category drafted = Category.drafted(ID, OWNER, Category.Draft.written("Nature", "#4A6F8C", null), NOON);

        Category changed = drafted.changed(new Category.Patch(Change.keep(), Change.clear(), Change.to("Outdoors")), NOON.plusSeconds(1));

        assertThat(drafted.color()).isEqualTo("#4a6f8c");
        assertThat(drafted.description()).isEmpty();
        assertThat(changed).isEqualTo(new Category(ID, OWNER, new CategoryName("Nature"), null, "Outdoors", NOON, NOON.plusSeconds(1), 1));
    }

    @Test
    void refusesWhatIsNoColourAndNoName() {
        for (String color : List.of("", "red", "#fff", "#12345g", "#1234567")) {
            assertThat(codeOf(() -> Category.drafted(ID, OWNER, Category.Draft.written("Nature", color, null), NOON))).isEqualTo("malformed");
        }
        Category drafted = Category.drafted(ID, OWNER, Category.Draft.written("Nature", null, null), NOON);
        assertThat(codeOf(() -> drafted.changed(new Category.Patch(Change.clear(), Change.keep(), Change.keep()), NOON))).isEqualTo("empty");
    }

    @Test
    void letsTagsLieInEachOtherWithoutRingsAndNotTooDeep() {
        List<TagName> path = IntStream.range(0, TagPlace.MAX_LEVELS - 1).mapToObj(level -> new TagName("level " + level)).toList();

        TagPlace.requireFits(new TagName("sea"), path, 1);
        assertThat(codeOf(() -> TagPlace.requireFits(new TagName("sea"), path, 2))).isEqualTo("tags-too-deep");
        assertThat(codeOf(() -> TagPlace.requireFits(path.getFirst(), path, 1))).isEqualTo("tag-in-itself");
    }
}
