package dev.albumen.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Tokens} does. */
public abstract class TokensContract {

    protected abstract Tokens tokens();

    @Test
    void are43CharactersOfBase64Url() {
        assertThat(tokens().next()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void areNeverGivenTwice() {
        List<String> made = Stream.generate(tokens()::next).limit(10_000).toList();
        assertThat(made).doesNotHaveDuplicates();
    }
}
