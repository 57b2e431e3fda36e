package dev.albumen.bootstrap.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client knows to be its own. It forgets what it had first, so that it works on what it has last. */
final class Belongings {

    private static final int MOST = 60;

    private final Map<String, Picture> images = limited();
    private final Map<String, Picture> trashed = limited();
    private final Map<String, List<String>> albums = limited();
    private final Map<String, Link> links = limited();

    /** @param token by which everybody may open it */
    record Link(String share, String token, String album) {}

    private static <K, V> Map<K, V> limited() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }

    synchronized void gained(String image, Picture picture) {
        images.put(image, picture);
    }

    synchronized void trashed(String image) {
        Picture picture = images.remove(image);
        if (picture != null) {
            trashed.put(image, picture);
        }
    }

    synchronized void restored(String image) {
        Picture picture = trashed.remove(image);
        if (picture != null) {
            images.put(image, picture);
        }
    }

    synchronized void purged(String image) {
        images.remove(image);
        trashed.remove(image);
    }

    synchronized Optional<Map.Entry<String, Picture>> image(Dice dice) {
        return drawn(images.entrySet(), dice);
    }

    synchronized Optional<String> trash(Dice dice) {
        return drawn(trashed.keySet(), dice);
    }

    synchronized void made(String album) {
        albums.put(album, new ArrayList<>());
    }

    synchronized void gone(String album) {
        albums.remove(album);
    }

    synchronized Optional<String> album(Dice dice) {
        return drawn(albums.keySet(), dice);
    }

    synchronized void placed(String album, String image) {
        List<String> within = albums.get(album);
        if (within != null && !within.contains(image)) {
            within.add(image);
        }
    }

    synchronized void taken(String album, String image) {
        albums.getOrDefault(album, new ArrayList<>()).remove(image);
    }

    synchronized Optional<String> within(String album, Dice dice) {
        return drawn(albums.getOrDefault(album, List.of()), dice);
    }

    synchronized void shared(Link link) {
        links.put(link.share(), link);
    }

    synchronized void revoked(String share) {
        links.remove(share);
    }

    synchronized Optional<Link> link(Dice dice) {
        return drawn(links.values(), dice);
    }

    synchronized int albums() {
        return albums.size();
    }

    private static <T> Optional<T> drawn(Collection<T> of, Dice dice) {
        return of.isEmpty() ? Optional.empty() : Optional.of(dice.one(List.copyOf(of)));
    }
}
