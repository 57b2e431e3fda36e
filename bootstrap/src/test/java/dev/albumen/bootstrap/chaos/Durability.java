package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.process.Answer;
import dev.albumen.domain.shared.Sha256;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every node answers for every acknowledged image as its row says: all of its bytes, or that there is none. */
final class Durability implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, String> owners = evidence.history().owners();
        Map<String, Rows.Image> rows = evidence.imagesById();
        Map<String, Set<String>> trash = new ConcurrentHashMap<>();
        Parallel.each(evidence.history().acknowledgedImages().entrySet(), acknowledged -> {
            String id = acknowledged.getKey();
            String owner = owners.get(id);
            Rows.Image row = rows.get(id);
            for (int node = 0; node < evidence.world().nodes(); node++) {
                int asked = node;
                if (row == null) {
                    requireGone(evidence.world(), node, owner, id, findings);
                } else if (row.trashed()) {
                    Set<String> listed = trash.computeIfAbsent(node + " " + owner,
                            any -> new HashSet<>(evidence.world().list(asked, owner, "trash?limit=200")));
                    if (!listed.contains(id)) {
                        findings.add(Defect.LOST, id, "node " + node + " does not show it in the trash");
                    }
                } else {
                    requireWhole(evidence.world(), node, owner, id, acknowledged.getValue(), findings);
                }
            }
        });
    }

    private static void requireGone(World world, int node, String owner, String id, Findings findings) {
        int status = world.get(node, owner, "images/" + id).status();
        if (status != 404) {
            findings.add(Defect.RESURRECTED, id, "it has no row, and node " + node + " answers " + status);
        }
    }

    private static void requireWhole(World world, int node, String owner, String id, String sha256, Findings findings) {
        Answer image = world.get(node, owner, "images/" + id);
        if (image.status() != 200) {
            findings.add(Defect.LOST, id, "node " + node + " answers " + image.status());
        } else if (!image.at("sha256").equals(sha256)) {
            findings.add(Defect.ALTERED, id, "node " + node + " calls it " + image.at("sha256"));
        }
        Answer original = world.get(node, owner, "images/" + id + "/original");
        if (original.status() != 200) {
            findings.add(Defect.LOST, id, "node " + node + " answers " + original.status() + " for its original");
        } else if (!Sha256.of(original.body()).hex().equals(sha256)) {
            findings.add(Defect.ALTERED, id, "node " + node + " gives other bytes");
        }
    }
}
