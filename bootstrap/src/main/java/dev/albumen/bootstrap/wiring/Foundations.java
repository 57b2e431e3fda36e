package dev.albumen.bootstrap.wiring;

import dev.albumen.application.album.UploadLimits;
import dev.albumen.application.rendition.InstanceMark;
import dev.albumen.application.shared.Ids;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.shared.Tokens;
import dev.albumen.application.transfer.ImportLimits;
import dev.albumen.application.user.IdentitySettings;
import dev.albumen.domain.image.MarkStyle;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.user.RegistrationMode;
import dev.albumen.persistence.shared.InstanceKey;
import dev.albumen.persistence.shared.InstanceKeyFile;
import dev.albumen.persistence.shared.InstanceSecrets;
import dev.albumen.persistence.shared.SecureTokens;
import dev.albumen.persistence.shared.TimeOrderedIds;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What every feature builds on. */
@Factory
final class Foundations {

    /** In microseconds, as PostgreSQL keeps them: a finer time would read differently when it comes back. */
    @Primary
    @Singleton
    InstantSource clock() {
        return InstantSource.tick(InstantSource.system(), Duration.ofNanos(1000));
    }

    @Singleton
    Ids ids() {
        return new TimeOrderedIds();
    }

    @Singleton
    Tokens tokens() {
        return new SecureTokens();
    }

    @Singleton
    Secrets secrets(
            @Property(name = "albumen.home") String home, @Nullable @Property(name = "albumen.secret-key") String given) {
        InstanceKey key = given == null
                ? new InstanceKeyFile(Path.of(home, "secret.key")).readOrCreate()
                : InstanceKey.parse(given);
        return new InstanceSecrets(key);
    }

    @Singleton
    InstanceMark instanceMark(
            @Nullable @Property(name = "albumen.watermark.text") String text,
            @Property(name = "albumen.watermark.position") String position,
            @Property(name = "albumen.watermark.opacity") double opacity,
            @Property(name = "albumen.watermark.tiled") boolean tiled,
            @Nullable @Property(name = "albumen.watermark.logo") String logo) throws IOException {
        MarkStyle style = new MarkStyle(text, MarkStyle.Position.valueOf(position.toUpperCase(Locale.ROOT).replace('-', '_')),
                opacity, tiled, null);
        if (logo == null) {
            return new InstanceMark(style, null);
        }
        byte[] png = Files.readAllBytes(Path.of(logo));
        return new InstanceMark(style.withLogo(Sha256.of(png)), png);
    }

    @Singleton
    UploadLimits uploadLimits(
            @Property(name = "albumen.uploads.max-mib") long maxMib, @Property(name = "albumen.uploads.expiry") Duration expiry) {
        return new UploadLimits(maxMib << 20, expiry);
    }

    @Singleton
    ImportLimits importLimits(
            @Property(name = "albumen.imports.max-entries") int maxEntries, @Property(name = "albumen.imports.max-gib") long maxGib,
            @Property(name = "albumen.imports.max-ratio") int maxRatio) {
        return new ImportLimits(maxEntries, maxGib << 30, maxRatio);
    }

    @Singleton
    IdentitySettings identitySettings(
            @Property(name = "albumen.registration") String registration,
            @Nullable @Property(name = "albumen.default-quota-bytes") Long defaultQuotaBytes) {
        return new IdentitySettings(RegistrationMode.valueOf(registration.toUpperCase(Locale.ROOT)), defaultQuotaBytes);
    }
}
