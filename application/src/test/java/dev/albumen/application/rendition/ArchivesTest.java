package dev.albumen.application.rendition;

import static dev.albumen.domain.image.ImageBuilder.anImage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.application.image.ImageViews;
import dev.albumen.application.job.InMemorySpareTime;
import dev.albumen.application.shared.BusyException;
import dev.albumen.application.shared.Unzipped;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.InMemoryBlobStore;
import dev.albumen.application.storage.InMemoryBlobSums;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageAccess;
import dev.albumen.domain.image.Reach;
import dev.albumen.domain.shared.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest extends UseCaseTest {

    private static final List<Integer> SIZES = List.of(1, 0, 4_000, 70_000, 0, 33, 200_000, 0);

    private final InMemoryBlobSums sums = new InMemoryBlobSums();
    private final InMemorySpareTime spareTime = new InMemorySpareTime();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private Runnable beforeOpening = () -> { };
    private final BlobStore store = new InMemoryBlobStore(clock) {
        @Override
        public Optional<Content> open(BlobKey key) {
            beforeOpening.run();
            return super.open(key).map(ArchivesTest.this::counted);
        }

        @Override
        public Optional<Content> open(BlobKey key, long offset, long length) {
            return super.open(key, offset, length).map(ArchivesTest.this::counted);
        }
    };
    private final List<Archive.Entry> entries = new ArrayList<>();
    private final Random random = new Random(42);
    private Archives archives;

    @TempDir
    private Path outside;

    @BeforeEach
    void fill() throws IOException {
        archives = new Archives(store, sums, ServingBuilder.servings(store, staging, secrets, clock).build(),
                spareTime, secrets, clock);
        for (int i = 0; i < SIZES.size(); i++) {
            byte[] bytes = new byte[SIZES.get(i)];
            random.nextBytes(bytes);
            entries.add(entry("Größe \ud83c\udf0a " + i + ".jpg", bytes));
        }
    }

    @Test
    void giveAnyPartAsTheSliceOfTheWhole() {
        Archive archive = archive();
        byte[] whole = Unzipped.bytes(archive);
        assertThat(whole).hasSize((int) archive.byteSize());

        for (int offset : edges(whole.length)) {
            for (int length : new int[] {0, 1, 2, 30, 5_000, whole.length - offset}) {
                assertPart(archive, whole, offset, Math.min(length, whole.length - offset));
            }
        }
        for (int i = 0; i < 300; i++) {
            int offset = random.nextInt(whole.length);
            assertPart(archive, whole, offset, random.nextInt(whole.length - offset + 1));
        }
        assertThat(closed).as("each blob was closed").hasValue(opened.get());
    }

    /** Around every place where something of the archive begins, found by its signature, and at both ends. */
    private static List<Integer> edges(int length) {
        return Stream.of(0, 1, 29, 30, 31, 60, length - 23, length - 22, length - 1, length)
                .filter(edge -> edge >= 0 && edge <= length).toList();
    }

    private static void assertPart(Archive archive, byte[] whole, int offset, int length) {
        assertThat(Unzipped.bytes(archive, offset, length)).as("%d bytes from %d", length, offset)
                .isEqualTo(Arrays.copyOfRange(whole, offset, offset + length));
    }

    @Test
    void giveEveryByteAloneToo() throws IOException {
        entries.subList(3, entries.size()).clear();
        Archive archive = archive();
        byte[] whole = Unzipped.bytes(archive);

        for (int i = 0; i < whole.length; i++) {
            try (BlobStore.Content part = archive.parts().open(i, 1)) {
                assertThat((byte) part.stream().read()).isEqualTo(whole[i]);
                assertThat(part.stream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void openNoBlobsButThoseOfThePart() {
        Archive archive = archive();
        opened.set(0);
        closed.set(0);

        Unzipped.bytes(archive, archive.byteSize() - 400, 400);
        assertThat(opened).as("for the directory").hasValue(0);
        Unzipped.bytes(archive, archive.byteSize() / 2, 10);
        assertThat(opened).as("for the midst of the largest").hasValue(1);
    }

    @Test
    void openOneBlobAtATimeAndLeaveNoneOpenToWhoeverGoesAway() throws IOException {
        Archive archive = archive();
        try (BlobStore.Content content = archive.parts().open(0, archive.byteSize())) {
            content.stream().readNBytes((int) archive.byteSize() / 2);
            assertThat(opened.get() - closed.get()).isOne();
        }
        assertThat(closed).hasValue(opened.get());
    }

    @Test
    void leaveNoBlobOpenToWhoeverGoesAwayWhileOneIsOpened() throws IOException {
        Archive archive = archive();
        AtomicReference<BlobStore.Content> reading = new AtomicReference<>();
        beforeOpening = () -> reading.get().close();
        reading.set(archive.parts().open(0, archive.byteSize()));

        assertThatThrownBy(() -> reading.get().stream().readAllBytes()).isInstanceOf(IOException.class);
        assertThat(opened.get()).isPositive();
        assertThat(closed).hasValue(opened.get());
    }

    @Test
    void breakOffRatherThanGiveBytesThatAreNotTheEntrys() throws IOException {
        Archive archive = archive();
        BlobKey key = BlobKey.original(entries.get(3).image().sha256());
        put(key, new byte[70_000]);

        assertThatThrownBy(() -> Unzipped.bytes(archive)).hasCauseInstanceOf(IOException.class);
        assertThat(archive().entityTag()).as("summed anew").isNotEqualTo(archive.entityTag());
        assertThat(Unzipped.bytes(archive())).hasSize((int) archive.byteSize());
    }

    @ParameterizedTest
    @ValueSource(ints = {69_999, 70_001})
    void breakOffWhereABlobHasAnotherSize(int size) throws IOException {
        Archive archive = archive();
        put(BlobKey.original(entries.get(3).image().sha256()), new byte[size]);

        assertThatThrownBy(() -> Unzipped.bytes(archive)).hasCauseInstanceOf(IOException.class);
        assertThat(closed).hasValue(opened.get());
        assertThat(Unzipped.bytes(archive())).hasSize((int) archive.byteSize() + size - 70_000);
    }

    @Test
    void breakOffWhereABlobIsGone() {
        Archive archive = archive();
        store.delete(BlobKey.original(entries.get(3).image().sha256()));

        assertThatThrownBy(() -> Unzipped.bytes(archive)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void areNotPreparedFurtherForWhoeverHasGone() {
        AtomicInteger asked = new AtomicInteger();
        Asker leaving = () -> asked.incrementAndGet() <= 3;

        assertThatExceptionOfType(BusyException.class).isThrownBy(
                () -> archives.of("Sea", entries, ArchiveSize.ORIGINAL, leaving));
        assertThat(opened.get()).as("summed while somebody waited").isBetween(1, 2);
        assertThat(spareTime.waiting()).isZero();
        assertThatExceptionOfType(BusyException.class).as("gone before it began").isThrownBy(
                () -> archives.of("Sea", entries, ArchiveSize.ORIGINAL, () -> false));
        assertThat(Unzipped.of(archive())).as("for the next who asks").hasSize(SIZES.size());
    }

    @Test
    void refuseAPartThatIsNone() {
        Archive archive = archive();
        for (long offset : new long[] {-1, archive.byteSize()}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> archive.parts().open(offset, 1));
        }
    }

    @Test
    void areReadByJava() throws IOException {
        Path file = Files.write(outside.resolve("archive.zip"), Unzipped.bytes(archive()));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(Collections.list(zip.entries())).hasSize(SIZES.size()).allSatisfy(entry -> {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                assertThat(Sha256.of(bytes)).isEqualTo(entries.get(Integer.parseInt(entry.getName().replaceAll("\\D", "")))
                        .image().sha256());
            });
        }
    }

    @Test
    void areReadByUnzip() throws Exception {
        assertThat(said("unzip", "-t")).contains("No errors detected");
    }

    @Test
    void areReadByPython() throws Exception {
        assertThat(said("python3", "-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.infolist()),"
                + " z.infolist()[0].filename.encode('utf-8'))")).contains("None 8 b'Gr\\xc3\\xb6\\xc3\\x9fe");
    }

    private String said(String... command) throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, command[0]))),
                command[0] + " is not installed");
        Path file = Files.write(outside.resolve("archive.zip"), Unzipped.bytes(archive()));
        Path output = outside.resolve("output");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(file.toString())).toList())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output, UTF_8);
    }

    @Test
    void ofNothingAreEmpty() {
        entries.clear();
        assertThat(Unzipped.of(archive())).isEqualTo(Map.of());
    }

    private Archive archive() {
        return archives.of("Sea", entries, ArchiveSize.ORIGINAL, Asker.PATIENT);
    }

    private Archive.Entry entry(String name, byte[] bytes) throws IOException {
        Image image = anImage().named(name).containing(Sha256.of(bytes)).build();
        put(BlobKey.original(image.sha256()), bytes);
        return new Archive.Entry(new ImageViews.Delivery(image.id(), ImageAccess.Facts.of(image, Reach.NONE, false),
                image.status(), image.filename(), image.mediaType(), image.byteSize(), image.sha256(), image.dimensions(), "Ada",
                null), Disclosure.EVERYTHING);
    }

    private void put(BlobKey key, byte[] bytes) throws IOException {
        store.put(key, Files.write(Files.createTempFile(outside, "blob-", ""), bytes));
    }

    private BlobStore.Content counted(BlobStore.Content content) {
        opened.incrementAndGet();
        return new BlobStore.Content(content.byteSize(), new FilterInputStream(content.stream()) {
            private boolean open = true;

            @Override
            public void close() throws IOException {
                if (open) {
                    open = false;
                    closed.incrementAndGet();
                }
                super.close();
            }
        });
    }
}
