package dev.albumen.bootstrap.bench.thumbnails;

import java.net.URI;

/**
 * A thumbnail at the addresses at which it is asked for.
 *
 * @param byToken needs the account's token
 * @param entityTag what its answer carries
 * @param file its copy below the plain server's root
 * @param fileTag what the plain server's answer carries; empty without such a server
 */
record Picture(URI signed, URI byToken, String entityTag, String file, String fileTag) {

    Picture withFileTag(String tag) {
        return new Picture(signed, byToken, entityTag, file, tag);
    }
}
