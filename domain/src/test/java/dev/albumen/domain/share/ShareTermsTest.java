package dev.albumen.domain.share;

import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.SharePatchBuilder.changes;
import static dev.albumen.domain.shared.Refusals.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Change;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTermsTest {

    private static final Instant NOW = ShareLinkBuilder.NOON;

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a1b", "summer-by-the-sea", "2026", "a--b"})
    void takeSlugs(String text) {
        assertThat(Slug.chosen(text).value()).isEqualTo(text);
        assertThat(Slug.parse(text)).contains(Slug.chosen(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "-ab", "ab-", "Sea", "s\u00e9a", "a b", "a/b", "a.b", "a_b", "%61bc", "abc\n", "../x"})
    void takeNoOtherSlugs(String text) {
        assertThat(codeOf(() -> Slug.chosen(text))).isEqualTo("slug-form");
        assertThat(Slug.parse(text)).isEmpty();
    }

    @Test
    void takeSlugsOfSomeLength() {
        assertThat(Slug.parse("x".repeat(64))).isPresent();
        assertThat(codeOf(() -> Slug.chosen("x".repeat(65)))).isEqualTo("slug-form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "admin", "oembed", "assets"})
    void keepSomeWordsForTheInstance(String text) {
        assertThat(codeOf(() -> Slug.chosen(text))).isEqualTo("slug-reserved");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void refuseLimitsThatAreNone(int limit) {
        assertThat(codeOf(() -> aShareLink().viewed(limit).build())).isEqualTo("out-of-range");
        assertThat(codeOf(() -> aShareLink().downloaded(limit).build())).isEqualTo("out-of-range");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000_000})
    void takeLimits(int limit) {
        assertThat(aShareLink().viewed(limit).downloaded(limit).build().terms().maxViews()).isEqualTo(limit);
    }

    @Test
    void startBeforeTheyEnd() {
        assertThat(codeOf(() -> aShareLink().startingAt(NOW).expiringAt(NOW).build())).isEqualTo("after-end");
        ShareLink link = aShareLink().expiringAt(NOW.plusSeconds(9)).build();

        assertThat(codeOf(() -> link.changed(changes().times(Change.to(NOW.plusSeconds(9)), Change.keep()).build(), NOW)))
                .isEqualTo("after-end");
        assertThat(link.changed(changes().times(Change.to(NOW.plusSeconds(8)), Change.keep()).build(), NOW).terms().startsAt())
                .isEqualTo(NOW.plusSeconds(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-4713-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "+999999999-12-31T00:00:00Z"})
    void refuseTimesThatNobodyMeans(String time) {
        assertThat(codeOf(() -> aShareLink().startingAt(Instant.parse(time)).build())).isEqualTo("out-of-range");
        assertThat(codeOf(() -> aShareLink().expiringAt(Instant.parse(time)).build())).isEqualTo("out-of-range");
    }
}
