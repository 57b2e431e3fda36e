package dev.albumen.application.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArchiveNamesTest {

    private final ArchiveNames names = new ArchiveNames();

    @Test
    void numbersWhatIsTakenWhateverItsCase() {
        assertThat(names.unique("sea.jpg")).isEqualTo("sea.jpg");
        assertThat(names.unique("sea (2).jpg")).isEqualTo("sea (2).jpg");
        assertThat(names.unique("SEA.jpg")).isEqualTo("SEA (3).jpg");
        assertThat(names.unique("sea (2).jpg")).isEqualTo("sea (2) (2).jpg");
        assertThat(names.unique("sea.JPG")).isEqualTo("sea (4).JPG");
    }

    @Test
    void namesManyFilesOfOneNameSoon() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (int i = 1; i < 100_000; i++) {
                names.unique("image.jpg");
            }
        });
        assertThat(names.unique("image.jpg")).isEqualTo("image (100000).jpg");
    }
}
