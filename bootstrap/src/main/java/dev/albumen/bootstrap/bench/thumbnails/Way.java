package dev.albumen.bootstrap.bench.thumbnails;

import java.net.URI;
import java.util.Map;

/** A way to ask for thumbnails. */
enum Way {
    SIGNED("thumbnail-signed", 200),
    BEARER("thumbnail-bearer", 200),
    NOT_MODIFIED("thumbnail-304", 304);

    private final String figure;
    private final int due;

    Way(String figure, int due) {
        this.figure = figure;
        this.due = due;
    }

    /** What its figures are called. */
    String figure() {
        return figure;
    }

    /** The status that its requests are answered with. */
    int due() {
        return due;
    }

    /** @param authorization of the account that the pictures belong to */
    Asked ofService(Picture picture, Map<String, String> authorization) {
        return switch (this) {
            case SIGNED -> new Asked(picture.signed(), Pictures.BROWSER);
            case BEARER -> new Asked(picture.byToken(), Pictures.with(authorization));
            case NOT_MODIFIED -> new Asked(picture.signed(), Pictures.with(Map.of("If-None-Match", picture.entityTag())));
        };
    }

    Asked ofPlainServer(Picture picture, URI server) {
        URI address = server.resolve(picture.file());
        return this == NOT_MODIFIED
                ? new Asked(address, Pictures.with(Map.of("If-None-Match", picture.fileTag())))
                : new Asked(address, Pictures.BROWSER);
    }
}
