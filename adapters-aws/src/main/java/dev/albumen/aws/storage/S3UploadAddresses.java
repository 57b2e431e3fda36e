package dev.albumen.aws.storage;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.UploadAddresses;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** Presigned addresses of the store itself: length, type and checksum are among the headers that the signature covers. */
public final class S3UploadAddresses implements UploadAddresses, AutoCloseable {

    /** What every HTTP client sends by itself, and some let nobody set. */
    private static final Set<String> BY_THEMSELVES = Set.of("host", "content-length");
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final S3Settings settings;
    private final S3Keeping keeping;
    private final S3Presigner presigner;
    private final InstantSource clock;

    /** @param credentials to use where the settings bring none */
    public S3UploadAddresses(
            S3Settings settings, S3Keeping keeping, S3Delivery delivery, AwsCredentialsProvider credentials, InstantSource clock) {
        this.settings = settings;
        this.keeping = keeping;
        this.presigner = S3Connection.presigner(settings, delivery.publicEndpoint(), credentials);
        this.clock = clock;
    }

    @Override
    public Address issue(Ticket ticket) {
        PutObjectRequest.Builder put = PutObjectRequest.builder()
                .bucket(settings.bucket()).key(settings.prefix() + BlobKey.upload(ticket.id()))
                .contentLength(ticket.byteSize()).contentType(ticket.mediaType());
        keeping.tell(put, BlobKey.upload(ticket.id()));
        if (ticket.sha256() != null && settings.checksumMode() == ChecksumMode.WHEN_SUPPORTED) {
            put.checksumSHA256(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(ticket.sha256().hex())));
        }
        Duration left = Duration.between(clock.instant(), ticket.expiresAt());
        try {
            PresignedPutObjectRequest signed = presigner.presignPutObject(request -> request
                    .signatureDuration(left.compareTo(SHORTEST) < 0 ? SHORTEST : left).putObjectRequest(put.build()));
            return new Address(signed.url().toURI(), toSend(signed.signedHeaders()));
        } catch (SdkException | URISyntaxException e) {
            throw new DependencyException("no address for an upload could be signed", e);
        }
    }

    private static Map<String, String> toSend(Map<String, List<String>> signed) {
        Map<String, String> headers = new TreeMap<>();
        signed.forEach((name, values) -> {
            if (!BY_THEMSELVES.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name.equalsIgnoreCase("content-type") ? "Content-Type" : name, String.join(",", values));
            }
        });
        return headers;
    }

    @Override
    public void close() {
        presigner.close();
    }
}
