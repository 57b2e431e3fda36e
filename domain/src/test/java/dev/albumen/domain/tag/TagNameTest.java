package dev.albumen.domain.tag;

import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TagNameTest {

    @Example
    void makesOneTagOfWhatLooksTheSame() {
        assertThat(Stream.of("Sea", " sea ", "SEA", "\uff33\uff45\uff41").map(TagNameTest::written)).containsOnly(written("sea"));
        assertThat(written("blue\u00a0 \t sea")).isEqualTo(written("Blue Sea"));
        assertThat(written("Stra\u00dfe")).isEqualTo(written("STRASSE")).isEqualTo(written("STRA\u1e9eE"));
        assertThat(written("cafe\u0301")).isEqualTo(written("caf\u00e9"));
    }

    @Example
    void refusesWhatIsNoName() {
        assertThat(codeOf(() -> written(" \t "))).isEqualTo("empty");
        assertThat(codeOf(() -> written("x".repeat(65)))).isEqualTo("too-long");
        assertThat(codeOf(() -> written("a/b"))).isEqualTo("tag-character");
        assertThat(codeOf(() -> written("a,b"))).isEqualTo("tag-character");
        assertThat(codeOf(() -> written("a\u0000b"))).isEqualTo("control-character");
        assertThat(codeOf(() -> written("\ud800"))).isEqualTo("control-character");
        // One character that stands for eighteen: what is stored counts.
        assertThat(codeOf(() -> written("\ufdfa".repeat(4)))).isEqualTo("too-long");
    }

    @Example
    void isNothingButANormalForm() {
        assertThatThrownBy(() -> new TagName("Sea")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TagName("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void takesAKeywordAsFarAsItCanBeATag() {
        assertThat(TagName.ofKeyword(" Smith, John/Boats ")).contains(new TagName("smith john boats"));
        assertThat(TagName.ofKeyword("\u6771\u4eac")).contains(new TagName("\u6771\u4eac"));
        assertThat(Stream.of("", ",/", "x".repeat(65), "\ud800", "a\u0000b", "\u2100").map(TagName::ofKeyword)).allMatch(Optional::isEmpty);
    }

    @Property
    void isANameOrARefusalWhateverIsWritten(@ForAll String text) {
        try {
            TagName name = written(text);
            assertThat(written(name.value())).isEqualTo(name);
        } catch (RefusedException refused) {
            assertThat(refused.refusal()).isInstanceOf(Refusal.Invalid.class);
        }
    }

    @Example
    void settlesForEveryCharacterThereIs() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String text = "a" + Character.toString(character) + "b";
            if (Character.getType(character) != Character.UNASSIGNED) {
                isANameOrARefusalWhateverIsWritten(text);
            }
        }
    }

    private static TagName written(String text) {
        return TagName.written("/name", text);
    }
}
