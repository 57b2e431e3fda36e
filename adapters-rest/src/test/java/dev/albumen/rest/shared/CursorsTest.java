package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.Keyset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private static final Keyset PLACE = new Keyset(List.of("Grandma's 80th, naïve.jpg".repeat(3), "", "0190a1de-7c00-7000-8000-000000000001"));

    private final Cursors cursors = new Cursors(new FakeSecrets());

    @Test
    void areReadAsTheyWereWritten() {
        assertThat(cursors.read(cursors.write(PLACE, "list"), "list")).contains(PLACE);
        assertThat(cursors.write(PLACE, "list")).isEqualTo(cursors.write(PLACE, "list"));
        assertThat(cursors.read(cursors.write(PLACE, "list"), "another")).isEmpty();
    }

    /** Somebody with a link may see what is sorted by file name without being told the names. */
    @Test
    void tellNobodyWhatTheListIsSortedBy() {
        String cursor = cursors.write(PLACE, "list");
        byte[] read = Base64.getUrlDecoder().decode(cursor.substring(0, cursor.indexOf('.')));

        assertThat(new String(read, StandardCharsets.UTF_8)).doesNotContain("Grandma", "80th", "0190", "jpg");
    }

    @Test
    void areNotTakenFromAnybodyElse() {
        String cursor = cursors.write(PLACE, "list");

        for (String bad : List.of("", ".", "..", "x", "!.x", cursor + "x", cursor.substring(1), "A" + cursor, "a".repeat(3000))) {
            assertThat(cursors.read(bad, "list")).as(bad).isEmpty();
        }
        assertThat(new Cursors(new FakeSecrets("another")).read(cursor, "list")).isEmpty();
    }
}
