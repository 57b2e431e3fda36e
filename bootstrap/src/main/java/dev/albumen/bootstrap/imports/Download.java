package dev.albumen.bootstrap.imports;

import dev.albumen.bootstrap.rerender.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A download that goes on where it broke off: what has come is kept beside the file under the name of {@code .part}, with
 * the tag of the archive that it is a part of. Where the account has changed since, it begins anew.
 */
final class Download {

    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MEGABYTE = 1_000_000;

    private final ImportClient client;
    private final Progress progress;
    private long length = -1;

    Download(ImportClient client, Progress progress) {
        this.client = client;
        this.progress = progress;
    }

    void to(Path file) throws IOException, InterruptedException {
        Path part = Path.of(file + ".part");
        Path tag = Path.of(file + ".part-tag");
        for (int failures = 0; ; failures++) {
            long before = size(part);
            try {
                receive(part, tag);
                break;
            } catch (IOException brokenOff) {
                failures = size(part) > before ? 0 : failures;
                if (failures >= TRIES) {
                    throw brokenOff;
                }
                Thread.sleep(PAUSE);
            }
        }
        progress.end(length / MEGABYTE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(tag);
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void receive(Path part, Path tag) throws IOException {
        long from = Files.exists(tag) ? size(part) : 0;
        HttpResponse<InputStream> answer = client.export(from, from > 0 ? Files.readString(tag) : "");
        try (InputStream bytes = answer.body()) {
            boolean goesOn = answer.statusCode() == 206;
            if (answer.statusCode() == 416) {
                throw new IOException("what has come is not a part of the archive");
            }
            long begins = goesOn ? from : 0;
            if (!goesOn) {
                Files.deleteIfExists(part);
                Files.writeString(tag, answer.headers().firstValue("ETag").orElseThrow(() -> new IOException("an archive without a tag")));
            }
            announce(begins + answer.headers().firstValueAsLong("Content-Length").orElseThrow(() -> new IOException("an archive without a length")));
            copy(bytes, part, begins);
        }
        if (size(part) != length) {
            throw new IOException(size(part) + " bytes came of " + length);
        }
    }

    private void announce(long bytes) {
        if (length != bytes) {
            length = bytes;
            progress.begin(length / MEGABYTE, length / MEGABYTE + " MB to download");
        }
    }

    private void copy(InputStream bytes, Path part, long begins) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long at = begins;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                out.write(buffer, 0, read);
                at += read;
                progress.at(at / MEGABYTE);
            }
        }
    }
}
