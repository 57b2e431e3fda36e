package dev.albumen.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.Transactions;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeptPagesTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private String state = "first";
    private int asked;
    private int read;
    private final DatabaseState database = new DatabaseState(() -> {
        asked++;
        return state;
    });
    private final KeptPages<String, Page<Integer>> pages = new KeptPages<>(database, POSTGRES.bean(Sql.class), page -> page.items().size());

    @BeforeEach
    void seeTheState() {
        database.now();
    }

    @Test
    void readsAPageOnceWhileNothingChanges() {
        assertThat(page("a", 3)).isEqualTo(page("a", 3));
        assertThat(page("b", 3)).isNotEqualTo(page("a", 3));

        assertThat(read).isEqualTo(2);
    }

    @Test
    void asksForTheStateOnlyWhereAPageMayStillBeGood() {
        asked = 0;
        page("a", 3);
        page("b", 3);
        assertThat(asked).as("nothing is kept").isZero();

        state = "second";
        page("a", 3);
        assertThat(asked).isEqualTo(1);
        page("b", 3);
        assertThat(asked).as("known to be outdated").isEqualTo(1);
        assertThat(read).isEqualTo(4);
    }

    @Test
    void readsAPageAgainThatWasReadBehindAChangeThatNobodyHasSeen() {
        state = "second";
        Page<Integer> first = page("a", 3);

        Page<Integer> second = page("a", 3);
        assertThat(second).isNotEqualTo(first);
        assertThat(page("a", 3)).isEqualTo(second);
    }

    @Test
    void readsItAgainWhenSomethingHasChanged() {
        Page<Integer> before = page("a", 3);
        state = "second";

        assertThat(page("a", 3)).isNotEqualTo(before);
        assertThat(page("a", 3)).isNotEqualTo(before);
        assertThat(read).isEqualTo(2);
    }

    /** What changes while a page is read is perhaps in it, and perhaps not. */
    @Test
    void keepsAPageUnderTheStateFromBeforeItWasRead() {
        pages.page("a", () -> {
            state = "second";
            return numbered(3);
        });

        page("a", 3);

        assertThat(read).isEqualTo(2);
    }

    @Test
    void forgetsWhatWasNotAskedForLongestWhereThereIsTooMuch() {
        page("old", 2000);
        page("asked again", 2000);
        page("old", 2000);
        page("new", 2000);
        assertThat(read).isEqualTo(3);

        page("old", 2000);
        page("new", 2000);
        assertThat(read).as("both are kept").isEqualTo(3);
        page("asked again", 2000);
        assertThat(read).isEqualTo(4);
    }

    @Test
    void keepsNothingThatATransactionMayHaveChanged() {
        page("a", 3);

        POSTGRES.bean(Transactions.class).writing(() -> {
            page("a", 3);
            page("b", 3);
        });
        assertThat(read).isEqualTo(3);
        page("b", 3);

        assertThat(read).isEqualTo(4);
    }

    private Page<Integer> page(String key, int size) {
        return pages.page(key, () -> numbered(size));
    }

    private Page<Integer> numbered(int size) {
        return new Page<>(List.copyOf(Collections.nCopies(size, read++)), Optional.empty());
    }
}
