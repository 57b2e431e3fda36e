package dev.albumen.domain.album;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AlbumSortTest {

    @Test
    void isCalledAsTheInterfaceSays() {
        assertThat(Arrays.stream(AlbumSort.values()).map(AlbumSort::label))
                .containsExactly("manual", "takenAt", "-takenAt", "-createdAt", "filename");
    }

    @Test
    void isFoundByItsNameAlone() {
        for (AlbumSort sort : AlbumSort.values()) {
            assertThat(AlbumSort.of(sort.label())).contains(sort);
        }
        assertThat(AlbumSort.of("MANUAL")).isEmpty();
        assertThat(AlbumSort.of("")).isEmpty();
    }
}
