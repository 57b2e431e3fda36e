package dev.albumen.application.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "../../etc/passwd | .._.._etc_passwd", "C:\\Windows\\x.jpg | C__Windows_x.jpg", "a<b>c?.jpg | a_b_c_.jpg",
        "CON | _CON", "nul.jpg | _nul.jpg", "com1.tar.gz | _com1.tar.gz", "console.jpg | console.jpg",
        ".htaccess | _.htaccess", "trailing. . | trailing", "... | image", "Größe \ud83c\udf0a.jpg | Größe \ud83c\udf0a.jpg"})
    void namesNothingThatIsNoFileSomewhere(String name, String safe) {
        assertThat(names.unique(name).replaceFirst("^_\\.\\.", "..")).isEqualTo(safe);
    }

    @Test
    void showsEveryCharacterOfANameAndComposesIt() {
        assertThat(names.unique("a\u202egpj.exe\n\u0000")).isEqualTo("a_gpj.exe__");
        assertThat(names.unique("e\u0301.jpg")).isEqualTo("\u00e9.jpg");
        assertThat(names.unique("\u00e9.jpg")).isEqualTo("\u00e9 (2).jpg");
        assertThat(names.unique("half \ud83c.jpg")).isEqualTo("half _.jpg");
    }

    @Test
    void cutsWhatNoFileSystemTakesButKeepsTheEnding() {
        String long1 = names.unique("\ud83c\udf0a".repeat(200) + ".jpeg");
        String long2 = names.unique("\ud83c\udf0a".repeat(201) + ".jpeg");

        assertThat(long1).endsWith("\ud83c\udf0a.jpeg");
        assertThat(long2).endsWith(" (2).jpeg");
        assertThat(long2.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(200, 255);
        assertThat(names.unique("x".repeat(255))).hasSize(230);
    }
}
