package dev.albumen.rest.shared;

import dev.albumen.application.storage.BlobStore;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

@Controller("/probe")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class UploadProbe {

    static final AtomicInteger OPEN = new AtomicInteger();

    private final ByteAnswers answers;

    UploadProbe(ByteAnswers answers) {
        this.answers = answers;
    }

    /** Says what each part holds. */
    @Post("/upload")
    @Consumes("multipart/form-data")
    String upload(HttpRequest<?> request, @Body InputStream body) throws IOException {
        try (var multipart = Multipart.of(request, body, 5 << 20, 20)) {
            return said(multipart);
        }
    }

    private static String said(Multipart multipart) throws IOException {
        var said = new StringBuilder();
        for (Optional<Part> next = multipart.next(); next.isPresent(); next = multipart.next()) {
            Part part = next.get();
            said.append(part.name()).append('=');
            said.append(part.filename() == null ? part.text() : part.filename() + ":" + part.content().transferTo(OutputStream.nullOutputStream()));
            said.append(';');
        }
        return said.toString();
    }

    /** So many bytes, each the lowest byte of its offset. */
    @Get("/bytes/{size}")
    @Produces("*/*")
    HttpResponse<?> bytes(HttpRequest<?> request, @PathVariable long size, @QueryValue @Nullable String name) {
        return answers.of(request, new Bytes("image/webp", "tag-" + size, "public, max-age=60",
            name == null ? null : Disposition.attachment(name), new Bytes.Source() {
                @Override
                public Bytes.Whole whole() {
                    return new Bytes.Whole.Open(part(0, size));
                }

                @Override
                public BlobStore.Content part(long offset, long length) {
                    OPEN.incrementAndGet();
                    return new BlobStore.Content(size, new Counting(offset));
                }

                @Override
                public long byteSize() {
                    return size;
                }
            }));
    }

    private static final class Counting extends InputStream {
        private long at;

        Counting(long offset) {
            at = offset;
        }

        @Override
        public int read() {
            return (int) (at++ & 0xff);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (byte) at++;
            }
            return length;
        }

        @Override
        public void close() {
            OPEN.decrementAndGet();
        }
    }
}
