package dev.albumen.domain.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MentionsTest {

    @Test
    void findsNamesAtTheStartOfAWord() {
        assertThat(Mentions.in("@ada, look: (@Bob.) and\n@c.y-d_1! @ada")).containsExactly("ada", "bob", "c.y-d_1");
    }

    @Test
    void passesOverWhatIsNoName() {
        assertThat(Mentions.in("mail ada@example.org, @@ada, @, @a, @. or @-- @ ada")).isEmpty();
    }

    @Test
    void findsAFewAtMost() {
        String many = IntStream.range(100, 200).mapToObj(i -> "@u" + i).collect(Collectors.joining(" "));

        assertThat(Mentions.in(many)).hasSize(Mentions.MOST).contains("u100");
    }
}
