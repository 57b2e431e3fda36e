package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void isTheMessageOfWhatDidNotAnswer() {
        assertThat(Cause.of(new DependencyException("no answer", new IOException("deep")))).isEqualTo("no answer");
    }

    @Test
    void namesTheKindOfABugWithoutItsPackage() {
        assertThat(Cause.of(new IllegalStateException("odd"))).isEqualTo("IllegalStateException: odd");
        assertThat(Cause.of(new StackOverflowError())).isEqualTo("StackOverflowError");
    }

    @Test
    void isOneShortLine() {
        assertThat(Cause.of(new IllegalStateException("one\nat two"))).isEqualTo("IllegalStateException: one");
        assertThat(Cause.of(new IllegalStateException("a\0b\u001bc"))).isEqualTo("IllegalStateException: a b c");
        assertThat(Cause.of(new IllegalStateException("é".repeat(3000)))).hasSizeLessThanOrEqualTo(500);
    }
}
