package dev.albumen.bootstrap.chaos;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every blob has a row that needs it, every row has its blob, and every image comes from a call. */
final class BlobsAndRows implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        Set<String> contents = evidence.rows().images().stream().map(Rows.Image::sha256).collect(Collectors.toSet());
        Set<String> open = evidence.rows().uploads().stream().filter(Rows.Upload::open).map(Rows.Upload::id).collect(Collectors.toSet());
        for (String key : evidence.blobs().keySet()) {
            if (!needed(key.split("/"), contents, open, evidence)) {
                findings.add(Defect.ORPHAN_BLOBS, key, "no row needs it");
            }
        }
        Set<String> acknowledged = new HashSet<>(evidence.history().acknowledgedImages().keySet());
        for (Rows.Image image : evidence.rows().images()) {
            if (!evidence.hasOriginal(image)) {
                findings.add(acknowledged.contains(image.id()) ? Defect.LOST : Defect.ORPHAN_ROWS, image.id(), "it has no original");
            }
        }
        for (String part : evidence.rows().uploadParts()) {
            if (!evidence.blobs().containsKey("uploads/" + part)) {
                findings.add(Defect.ORPHAN_ROWS, part, "a part of an upload has no bytes");
            }
        }
        requireCalls(evidence, findings);
    }

    private static boolean needed(String[] key, Set<String> contents, Set<String> open, Evidence evidence) {
        return switch (key[0]) {
            case "originals" -> contents.contains(key[key.length - 1]);
            case "renditions" -> key.length > 1 && contents.contains(key[key.length - 2]);
            case "logos" -> evidence.rows().logos().contains(key[key.length - 1]);
            case "uploads" -> key.length > 1 && open.contains(key[1]);
            default -> false;
        };
    }

    private static void requireCalls(Evidence evidence, Findings findings) {
        Map<String, Set<String>> sent =
                evidence.history().accounts().stream().collect(Collectors.toMap(one -> one, evidence.history()::contentsOf));
        for (Rows.Image image : evidence.imagesOfTheRun()) {
            if (!sent.get(image.owner()).contains(image.sha256())) {
                findings.add(Defect.ORPHAN_ROWS, image.id(), image.owner() + " never sent its bytes");
            }
        }
    }
}
