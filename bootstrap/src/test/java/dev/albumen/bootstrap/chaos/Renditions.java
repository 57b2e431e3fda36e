package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.process.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Every image that is ready has what it is shown with, and every node gives a thumbnail that is a picture. */
final class Renditions implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        Parallel.each(evidence.rows().images().stream().filter(image -> image.status().equals("ready")).toList(), image -> {
            if (!evidence.hasOriginal(image)) {
                return; // which is said already
            }
            if (image.renditions().isEmpty()) {
                findings.add(Defect.MISSING_RENDITIONS, image.id(), "it has none");
            }
            for (String name : image.renditions()) {
                if (evidence.blobs().getOrDefault(Evidence.rendition(image.sha256(), name), 0L) == 0) {
                    findings.add(Defect.MISSING_RENDITIONS, image.id(), name);
                }
            }
            if (!image.trashed() && evidence.history().accounts().contains(image.owner())) {
                requireThumbnails(evidence.world(), image, findings);
            }
        });
    }

    private static void requireThumbnails(World world, Rows.Image image, Findings findings) {
        for (int node = 0; node < world.nodes(); node++) {
            Answer thumbnail = world.get(node, image.owner(), "images/" + image.id() + "/thumbnail", "Accept", "image/jpeg");
            if (thumbnail.status() != 200 || !isPicture(thumbnail.body())) {
                findings.add(Defect.MISSING_RENDITIONS, image.id(),
                        "node " + node + " answers " + thumbnail.status() + " for its thumbnail");
            }
        }
    }

    private static boolean isPicture(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes)) != null;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
