package dev.albumen.bootstrap.bench.big;

import dev.albumen.bootstrap.bench.Account;
import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.CacheFolder;
import dev.albumen.bootstrap.bench.Figure;
import dev.albumen.bootstrap.bench.OwnService;
import dev.albumen.bootstrap.bench.Photo;
import dev.albumen.bootstrap.bench.Photos;
import dev.albumen.bootstrap.bench.Telling;
import dev.albumen.bootstrap.bench.UploadLoad;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the memory that large files take. */
@Command(
        name = "big",
        description = {
            "Measures by how much the memory of service, workers and database grows over what it was before, while a large file "
                    + "is sent as a direct upload, another as a resumable one (tus), and a large album is read as a ZIP.",
            "Needs room for the album on the disk. It starts an instance of its own with an empty home in the folder for "
                    + "temporary files, and removes it again."
        },
        mixinStandardHelpOptions = true)
public final class BigCommand implements Callable<Integer> {

    private static final int WARM_UPLOADS = 40;

    @Option(names = "--upload-mib", paramLabel = "MIB", defaultValue = "2048",
            description = "Of each of the two files; 2048 at most (${DEFAULT-VALUE}).")
    private long uploadMib;

    @Option(names = "--archive-mib", paramLabel = "MIB", defaultValue = "4769",
            description = "Of the album; more files are sent until it has them (${DEFAULT-VALUE}, which is 5 GB).")
    private long archiveMib;

    @Mixin
    private final Telling telling = new Telling();

    private BigCommand() {}

    @Override
    public Integer call() throws IOException {
        return telling.tell(Map.of("uploadMib", uploadMib, "archiveMib", archiveMib), () -> {
            if (uploadMib < 8 || uploadMib > 2048 || archiveMib < 1) {
                throw new BenchFailed("--upload-mib is 8 to 2048, --archive-mib is positive");
            }
            try (OwnService service = OwnService.start()) {
                return measured(service);
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new BenchFailed(e.toString());
            }
        });
    }

    private List<Figure> measured(OwnService service) throws Exception {
        List<Photo> photos = Photos.made(CacheFolder.of("bench-photos"));
        Account account = new Account(service.address(), "bench-" + UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID().toString());
        String album = account.post("albums", Map.of("title", "Big")).path("id").asText();
        BigUploads ways = new BigUploads(account, album);
        // so that code, buffers and pools are there before anything is measured
        new UploadLoad(account, photos, 4).fill(WARM_UPLOADS, album);
        BigFile small = new BigFile(photos.getFirst(), 8 << 20);
        ways.direct(small, "warm-1.jpg");
        ways.resumable(small, "warm-2.jpg");
        ways.archive();

        List<ProcessHandle> workers = service.process().descendants()
                .filter(process -> !isOf(process, service.database())).toList();
        MemoryWatch memory = new MemoryWatch(service.process(), workers, service.database());
        BigFile big = new BigFile(photos.getFirst(), uploadMib << 20);
        List<Figure> figures = new ArrayList<>(memory.during("upload-direct", () -> ways.direct(big, "big-1.jpg")));
        figures.addAll(memory.during("upload-tus", () -> ways.resumable(big, "big-2.jpg")));
        int images = WARM_UPLOADS + 4;
        for (long left = archiveMib - 2 * uploadMib; left > 0; left -= uploadMib) {
            ways.direct(new BigFile(photos.getFirst(), Math.max(8, Math.min(left, uploadMib)) << 20), "more-" + left + ".jpg");
            images++;
        }
        ways.awaitReady(images);
        long[] bytes = new long[1];
        figures.addAll(memory.during("archive", () -> bytes[0] = ways.archive()));
        figures.add(Figure.plain("archive-size", bytes[0] / 1e9, "GB"));
        return figures;
    }

    private static boolean isOf(ProcessHandle process, ProcessHandle root) {
        return process.equals(root) || root.descendants().anyMatch(process::equals);
    }
}
