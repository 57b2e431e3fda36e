package dev.albumen.bootstrap.chaos;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A request that was sent again had one effect: one answer by its key, one image by its content, one entry in the books. */
final class Once implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        requireEqualAnswers(evidence, findings);
        requireOneImageEach(evidence, findings);
        requireOneEntryEach(evidence, findings);
        requireOneAlbumEach(evidence, findings);
    }

    private static void requireEqualAnswers(Evidence evidence, Findings findings) {
        Map<String, Set<String>> made = new HashMap<>();
        for (Recorded recorded : evidence.history().all()) {
            if (recorded.call().key() != null && History.succeeded(recorded)) {
                Set<String> ids = made.computeIfAbsent(
                        recorded.call().account() + " key " + recorded.call().key(), any -> new TreeSet<>());
                for (String kind : List.of("image", "album", "share", "upload")) {
                    String id = History.answer(recorded, kind);
                    if (id != null) {
                        ids.add(kind + " " + id);
                    }
                }
                long kinds = ids.stream().map(id -> id.substring(0, id.indexOf(' '))).distinct().count();
                if (ids.size() > kinds) {
                    findings.add(Defect.DOUBLED, recorded.call().account() + " key " + recorded.call().key(), "it made " + ids);
                }
            }
        }
    }

    private static void requireOneImageEach(Evidence evidence, Findings findings) {
        Map<String, String> first = new HashMap<>();
        for (Rows.Image image : evidence.rows().images()) {
            String other = first.putIfAbsent(image.owner() + " " + image.sha256(), image.id());
            if (other != null) {
                findings.add(Defect.DOUBLED, image.id(), image.owner() + " has its bytes as " + other + " too");
            }
        }
    }

    private static void requireOneEntryEach(Evidence evidence, Findings findings) {
        Set<String> there = new HashSet<>(evidence.history().acknowledgedImages().keySet());
        evidence.imagesOfTheRun().forEach(image -> there.add(image.id()));
        for (String image : there) {
            long entries = evidence.rows().audited().getOrDefault("image.upload " + image, 0L);
            if (entries > 1) {
                findings.add(Defect.DOUBLED, image, entries + " entries say that it was uploaded");
            }
        }
    }

    /** Where all calls for a title bear one key. */
    private static void requireOneAlbumEach(Evidence evidence, Findings findings) {
        Map<String, Set<String>> keys = new HashMap<>();
        for (Recorded recorded : evidence.history().of(Action.CREATE_ALBUM, Action.EDIT_ALBUM)) {
            String key = recorded.call().action() == Action.CREATE_ALBUM && recorded.call().key() != null
                    ? recorded.call().key() : "call " + recorded.call().number();
            keys.computeIfAbsent(recorded.call().account() + " " + recorded.call().sent().get("title"), any -> new HashSet<>()).add(key);
        }
        Map<String, String> first = new HashMap<>();
        for (Rows.Album album : evidence.rows().albums()) {
            String name = album.owner() + " " + album.title();
            if (keys.getOrDefault(name, Set.of()).size() == 1) {
                String other = first.putIfAbsent(name, album.id());
                if (other != null) {
                    findings.add(Defect.DOUBLED, album.id(), "one call made " + other + " too");
                }
            }
        }
    }
}
