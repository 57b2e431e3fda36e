package dev.albumen.application.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every storage's addresses do. */
public abstract class BlobAddressesContract {

    private static final BlobKey KEY = BlobKey.original(Sha256.of("sea"));
    private static final byte[] BYTES = new byte[100_000];
    private static final String DISPOSITION = "attachment; filename=\"Gr__e.jpg\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%2B%201.jpg";

    @TempDir
    private Path folder;

    private BlobAddresses addresses;

    /** The storage that the addresses lead to. */
    protected abstract BlobStore store();

    protected abstract BlobAddresses open();

    @BeforeEach
    void keepABlob() throws IOException {
        for (int i = 0; i < BYTES.length; i++) {
            BYTES[i] = (byte) (i * 31);
        }
        store().put(KEY, Files.write(folder.resolve("blob"), BYTES));
        addresses = open();
    }

    @Test
    void giveTheBlobToWhoeverHasThemAsWhatTheySay() throws Exception {
        HttpResponse<byte[]> answer = get(addresses.of(KEY, "image/jpeg", DISPOSITION).orElseThrow());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(BYTES);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains(DISPOSITION);
    }

    @Test
    void givePartsToo() throws Exception {
        HttpResponse<byte[]> answer = get(addresses.of(KEY, "image/jpeg", DISPOSITION).orElseThrow(), "Range", "bytes=10-19");

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(BYTES, 10, 20));
    }

    @Test
    void giveNothingElse() throws Exception {
        String address = addresses.of(KEY, "image/jpeg", DISPOSITION).orElseThrow().toString();

        assertThat(address).contains("image%2Fjpeg");
        for (String other : new String[] {
                address.replace("image%2Fjpeg", "text%2Fhtml"), address.replace("attachment", "inline"),
                address.replace(KEY.value(), BlobKey.original(Sha256.of("sky")).value()), address.substring(0, address.indexOf('?'))}) {
            assertThat(other).isNotEqualTo(address);
            assertThat(get(URI.create(other)).statusCode()).as(other).isBetween(400, 499);
        }
    }

    protected static HttpResponse<byte[]> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
