package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UploadId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/", "a/", "/a", "a//b", "..", "../a", "a/..", "a/../b", "a/./b", ".a", "-a", "a/-b", "A", "a b", "a\\b", "a\0",
        "a\n", "\u00e9", "a%2fb", "a:b", "a_b", "~a", "c..d"
    })
    void refusesWhatCouldLeadElsewhere(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BlobKey(hostile));
        assertThat(BlobKey.parse(hostile)).isEmpty();
    }

    @Test
    void refusesMoreThan200Characters() {
        assertThat(BlobKey.parse("a".repeat(200))).isPresent();
        assertThat(BlobKey.parse("a".repeat(201))).isEmpty();
    }

    @Test
    void keepsOriginalsAndRenditionsUnderTheirContent() {
        Sha256 content = new Sha256("0123456789abcdef".repeat(4));
        assertThat(BlobKey.original(content)).hasToString("originals/01/23/" + content.hex());
        assertThat(BlobKey.rendition(content, "stripped.jpg")).hasToString("renditions/" + content.hex().substring(0, 2) + "/" + content.hex().substring(2, 4) + "/" + content.hex() + "/stripped.jpg");
    }

    @Test
    void knowsWhichNameTheHashOfTheirOwnBytes() {
        Sha256 content = Sha256.of("sea");
        assertThat(BlobKey.original(content).isHash()).isTrue();
        assertThat(BlobKey.logo(content).isHash()).isTrue();
        assertThat(BlobKey.rendition(content, "thumbnail-v1.jpg").isHash()).isFalse();
        assertThat(BlobKey.upload(new UploadId(new UUID(1, 1))).isHash()).isFalse();
        assertThat(BlobKey.imported(new UUID(1, 1)).isHash()).isFalse();
        assertThat(new BlobKey("originals/ab/cd/abcd").isHash()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "originals", "../", "a//", "/a/", "originals/a"})
    void refusesAFolderThatDoesNotEndWholeSegments(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> BlobKey.folder(hostile));
    }
}
