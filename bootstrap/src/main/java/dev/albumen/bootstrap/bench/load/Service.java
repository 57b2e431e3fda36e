package dev.albumen.bootstrap.bench.load;

import dev.albumen.bootstrap.bench.CacheFolder;
import dev.albumen.bootstrap.bench.OwnService;
import dev.albumen.bootstrap.bench.Photo;
import dev.albumen.bootstrap.bench.Photos;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The service that a crowd uses, and what is in it. */
final class Service {

    @Option(names = "--target", paramLabel = "URL", description = "A running service to measure instead of an own one. "
            + "Accounts with their images stay in it.")
    private @Nullable URI target;

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "8", description = "Accounts that the clients share (${DEFAULT-VALUE}).")
    private int accounts;

    @Option(names = "--pictures", paramLabel = "N", defaultValue = "10", description = "Pictures of each account (${DEFAULT-VALUE}).")
    private int pictures;

    int accounts() {
        return accounts;
    }

    int pictures() {
        return pictures;
    }

    /** Does something with a crowd of it; an own service is gone afterwards. */
    <T> T with(Function<Crowd, T> work) {
        if (target != null) {
            return work.apply(crowd(target));
        }
        try (OwnService own = OwnService.start()) {
            return work.apply(crowd(own.address()));
        }
    }

    private Crowd crowd(URI service) {
        List<Photo> photos = Photos.made(CacheFolder.of("bench-photos"));
        return new Crowd(service, IntStream.range(0, accounts).mapToObj(account -> Gallery.in(service, photos, pictures)).toList());
    }
}
