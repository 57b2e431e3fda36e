package dev.albumen.aws.label;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which Rekognition is asked for what.
 *
 * @param endpoint where it is, for another one than the region's
 * @param moderation whether it is also asked what moderators should look at
 */
@ConfigurationProperties("albumen.rekognition")
public record RekognitionSettings(
        @Bindable(defaultValue = "us-east-1") String region,
        @Nullable URI endpoint,
        @Bindable(defaultValue = "auto") References references,
        @Bindable(defaultValue = "true") boolean moderation) {

    /** How many calls one picture takes. */
    public int callsPerImage() {
        return moderation ? 2 : 1;
    }
}
