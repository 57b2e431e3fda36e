package dev.albumen.aws.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.FakeStagingArea;
import dev.albumen.application.storage.UploadAddresses;
import dev.albumen.application.storage.UploadAddressesContract;
import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class S3UploadAddressesTest extends UploadAddressesContract {

    private static LocalS3 server;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private S3UploadAddresses addresses;
    private S3BlobStore store;

    @BeforeAll
    static void start() throws Exception {
        server = LocalS3.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void open() {
        S3Settings bucket = server.newBucket();
        S3Settings settings = server.settings(bucket.bucket(), ChecksumMode.WHEN_SUPPORTED, LocalS3.SECRET_ACCESS_KEY, "photos/here");
        addresses = new S3UploadAddresses(settings, S3Keeping.USUAL, new S3Delivery(S3Delivery.Way.PROXY, 60, null), AnonymousCredentialsProvider.create(), InstantSource.system());
        store = new S3BlobStore(settings, S3Keeping.USUAL, S3Patience.USUAL, new FakeStagingArea(folder), AnonymousCredentialsProvider.create());
    }

    @AfterEach
    void close() {
        addresses.close();
        store.close();
        http.close();
    }

    @Override
    protected UploadAddresses addresses() {
        return addresses;
    }

    @Test
    void takesTheBytesThatWereAnnouncedAgainAndAgain() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(put(issue(ticket()), "sea")).isEqualTo(200);
        }
        assertThat(kept()).isEqualTo("sea");
    }

    @Test
    void takesWhateverHasTheLengthWhereNoChecksumWasAnnounced() throws Exception {
        UploadAddresses.Address address = issue(new UploadAddresses.Ticket(ID, 3, "image/jpeg", null, inAnHour));

        assertThat(put(address, "sea")).isEqualTo(200);
        assertThat(put(address, "sky")).isEqualTo(200);
        assertThat(kept()).isEqualTo("sky");
        assertThat(put(address, "seas")).isEqualTo(403);
    }

    @Test
    void takesNothingElse() throws Exception {
        UploadAddresses.Address address = issue(ticket());

        assertThat(put(address, "seas")).as("another length").isEqualTo(403);
        assertThat(put(address, "sky")).as("another checksum").isEqualTo(400);
        assertThat(put(with(address, "Content-Type", "text/html"), "sea")).as("another type").isEqualTo(403);
        assertThat(put(with(address, "x-amz-checksum-sha256", base64(Sha256.of("sky"))), "sky")).as("another signature").isEqualTo(403);
        assertThat(store.stat(BlobKey.upload(ID))).isEmpty();
    }

    private static UploadAddresses.Address with(UploadAddresses.Address address, String header, String value) {
        Map<String, String> headers = new HashMap<>(address.headers());
        headers.put(header, value);
        return new UploadAddresses.Address(address.uri(), headers);
    }

    private static String base64(Sha256 hash) {
        return java.util.Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(hash.hex()));
    }

    private int put(UploadAddresses.Address address, String text) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.uri()).PUT(HttpRequest.BodyPublishers.ofString(text));
        address.headers().forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String kept() throws IOException {
        try (BlobStore.Content content = store.open(BlobKey.upload(ID)).orElseThrow()) {
            return new String(content.stream().readAllBytes(), UTF_8);
        }
    }
}
