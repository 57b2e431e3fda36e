package dev.albumen.domain.audit;

import static dev.albumen.domain.shared.People.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Viewer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void saysWhoDidWhatToWhatAndInWhichModule() {
        AuditEntry entry = AuditEntry.by(ADA, "album.add-images", "album-1", NOON);

        assertThat(entry.userId()).isEqualTo(ADA.userId());
        assertThat(entry.module()).isEqualTo("album");
        assertThat(entry.resourceId()).isEqualTo("album-1");
        assertThat(entry.level()).isEqualTo(AuditEntry.Level.INFO);
        assertThat(AuditEntry.by(Viewer.WORKER, "image.expire", "image-1", NOON).userId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "album", "album.", ".create", "Album.create", "album create", "album..create", "album.create\n"})
    void namesActionsByModuleAndVerb(String action) {
        assertThatThrownBy(() -> AuditEntry.by(ADA, action, "x", NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isBounded() {
        assertThatThrownBy(() -> AuditEntry.by(ADA, "a." + "b".repeat(99), "x", NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditEntry.by(ADA, "a.b", "x".repeat(101), NOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
