package dev.albumen.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.DependencyInjectionException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class S3SettingsTest {

    @Test
    void haveTheseDefaults() {
        assertThat(read(Map.of("albumen.s3.bucket", "photos"))).isEqualTo(
                new S3Settings("photos", "us-east-1", null, false, ChecksumMode.WHEN_SUPPORTED, null, null, ""));
    }

    @Test
    void areReadFromTheseKeys() {
        assertThat(read(Map.of(
                "albumen.s3.bucket", "photos",
                "albumen.s3.region", "eu-central-1",
                "albumen.s3.endpoint", "https://s3.example.org:9000",
                "albumen.s3.path-style", "true",
                "albumen.s3.checksum-mode", "when-required",
                "albumen.s3.access-key-id", "id",
                "albumen.s3.secret-access-key", "secret",
                "albumen.s3.prefix", "albums")))
                .isEqualTo(new S3Settings("photos", "eu-central-1", URI.create("https://s3.example.org:9000"), true,
                        ChecksumMode.WHEN_REQUIRED, "id", "secret", "albums/"));
    }

    @Test
    void needABucket() {
        assertThatExceptionOfType(DependencyInjectionException.class).isThrownBy(() -> read(Map.of()))
                .withMessageContaining("albumen.s3.bucket");
        assertThatIllegalArgumentException().isThrownBy(() -> settings(" ", null, null, ""));
    }

    @Test
    void takeBothHalvesOfTheCredentialsOrNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings("b", "id", null, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("b", "", "secret", ""));
        assertThat(settings("b", "", " ", "").accessKeyId()).isNull();
    }

    @Test
    void refuseAnEndpointThatIsNoWebAddress() {
        for (String endpoint : new String[] {"s3.example.org", "ftp://s3.example.org", "http:///x"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new S3Settings("b", "r", URI.create(endpoint), false,
                    ChecksumMode.WHEN_SUPPORTED, null, null, "")).withMessageContaining(endpoint);
        }
    }

    @Test
    void refuseAPrefixThatStartsWithASlash() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings("b", null, null, "/albums"));
    }

    @Test
    void neverPrintCredentials() {
        assertThat(settings("b", "the-id", "the-secret", "").toString()).doesNotContain("the-id", "the-secret");
    }

    private static S3Settings settings(String bucket, @Nullable String id, @Nullable String secret, String prefix) {
        return new S3Settings(bucket, "r", null, false, ChecksumMode.WHEN_SUPPORTED, id, secret, prefix);
    }

    private static S3Settings read(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            return context.getBean(S3Settings.class);
        }
    }
}
