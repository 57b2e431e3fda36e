package dev.albumen.bootstrap.bench.share;

import dev.albumen.bootstrap.bench.Account;
import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.CacheFolder;
import dev.albumen.bootstrap.bench.Figure;
import dev.albumen.bootstrap.bench.OwnService;
import dev.albumen.bootstrap.bench.Photos;
import dev.albumen.bootstrap.bench.Telling;
import dev.albumen.bootstrap.bench.UploadLoad;
import dev.albumen.bootstrap.bench.thumbnails.Asked;
import dev.albumen.bootstrap.bench.thumbnails.Nginx;
import dev.albumen.bootstrap.bench.thumbnails.Turns;
import dev.albumen.bootstrap.bench.thumbnails.Wrk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a link to a large album costs: its page, its JSON and its pictures. */
@Command(
        name = "share",
        description = {
            "Measures a link to a large album: its page, the first page of its JSON, and the thumbnails on it.",
            "Whether the link still holds is checked with each request. wrk asks; each figure is the median of the rounds.",
            "It starts an instance of its own with an empty home in the folder for temporary files, and removes it again."
        },
        mixinStandardHelpOptions = true)
public final class ShareCommand implements Callable<Integer> {

    private static final int UPLOADS_AT_ONCE = 4;
    /** Those on the first page; the others are small, which is quicker, and nobody looks at them. */
    private static final int PHOTOGRAPHS = 100;

    @Option(names = "--nginx", description = "nginx serves the same bytes as files in turns, and the ratio is told. It is Debian's "
            + "(nginx-light), with a configuration, a folder and a port of its own.")
    private boolean nginx;

    @Option(names = "--images", paramLabel = "N", defaultValue = "1000", description = "Pictures in the album (${DEFAULT-VALUE}).")
    private int images;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "64", description = "Visitors at once (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Turns of each (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "2", description = "Of each turn (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm", paramLabel = "S", defaultValue = "8",
            description = "Seconds before the first turn that do not count (${DEFAULT-VALUE}).")
    private int warm;

    @Mixin
    private final Telling telling = new Telling();

    private ShareCommand() {}

    @Override
    public Integer call() throws IOException {
        Map<String, Object> settings = Map.of("images", images, "connections", connections, "rounds", rounds,
                "seconds", seconds, "warm", warm);
        return telling.tell(settings, () -> {
            if (images < 1 || connections < 1 || rounds < 1 || seconds < 1 || warm < 0) {
                throw new BenchFailed("Amounts are positive numbers; only --warm may be 0");
            }
            Path work = Files.createTempDirectory("albumen-bench-share");
            try (OwnService service = OwnService.start()) {
                return of(service, work);
            } finally {
                PathUtils.deleteDirectory(work);
            }
        });
    }

    private List<Figure> of(OwnService service, Path work) throws IOException {
        Turns turns = new Turns(Wrk.in(work, connections), rounds, seconds, warm);
        Path files = Files.createDirectory(work.resolve("files"));
        SharedAlbum album = SharedAlbum.open(service.address(), filled(service.address(), work));
        List<SharedAlbum.Part> parts = album.parts(files);
        if (!nginx) {
            return measured(turns, service, parts, null);
        }
        if (!Nginx.isInstalled()) {
            telling.note("nginx is not installed (Debian's nginx-light): it is left out");
            return measured(turns, service, parts, null);
        }
        try (Nginx beside = Nginx.start(work, files)) {
            return measured(turns, service, parts, beside);
        }
    }

    /** The token of a link to an album with so many pictures. */
    private String filled(URI service, Path work) throws IOException {
        Account account = new Account(service, "bench-" + UUID.randomUUID().toString().substring(0, 8), UUID.randomUUID().toString());
        String album = account.post("albums", Map.of("title", "Measured")).path("id").asText();
        int photographs = Math.min(images, PHOTOGRAPHS);
        new UploadLoad(account, Photos.made(CacheFolder.of("bench-photos")), UPLOADS_AT_ONCE).fill(photographs, album);
        new UploadLoad(account, Photos.small(work.resolve("small")), UPLOADS_AT_ONCE).fill(images - photographs, album);
        return account.post("shares", Map.of("resourceType", "album", "resourceId", album)).path("token").asText();
    }

    private static List<Figure> measured(Turns turns, OwnService service, List<SharedAlbum.Part> parts, @Nullable Nginx beside)
            throws IOException {
        List<Figure> figures = new ArrayList<>();
        for (SharedAlbum.Part part : parts) {
            List<Turns.Server> servers = new ArrayList<>();
            servers.add(new Turns.Server(part.figure(), part.asked(), service.processes()));
            if (beside != null) {
                List<Asked> plain = part.files().stream().map(file -> new Asked(beside.address().resolve(file), Map.of())).toList();
                servers.add(new Turns.Server(part.figure() + "-nginx", plain, List.of(beside.process())));
            }
            figures.addAll(turns.take(servers));
            figures.add(Figure.plain(part.figure() + "-size", part.meanBytes(), "bytes"));
        }
        return figures;
    }
}
