package dev.albumen.bootstrap.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whoever was answered with success got all of the right bytes, and nothing of what was gone for good. */
final class Reads implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        Map<String, String> contents = new HashMap<>(evidence.history().acknowledgedImages());
        evidence.rows().images().forEach(image -> contents.putIfAbsent(image.id(), image.sha256()));
        Map<String, Long> purged = new HashMap<>();
        for (Recorded purge : evidence.history().of(Action.PURGE)) {
            if (History.succeeded(purge)) {
                purged.merge(purge.call().sent().get("image"), History.endMs(purge), Math::min);
            }
        }
        for (Recorded read : evidence.history().of(Action.READ, Action.READ_RANGE, Action.READ_ARCHIVE)) {
            if (History.succeeded(read)) {
                String image = read.call().sent().getOrDefault("image", "");
                String id = "call " + read.call().number();
                if (!Boolean.parseBoolean(History.answer(read, "complete"))) {
                    findings.add(Defect.INCOMPLETE_READS, id, read.call().action() + " broke off: " + read);
                } else if (due(read, contents).filter(sha256 -> !sha256.equals(History.answer(read, "sha256"))).isPresent()) {
                    findings.add(Defect.INCOMPLETE_READS, id, read.call().action() + " gave other bytes: " + read);
                }
                if (read.call().startMs() > purged.getOrDefault(image, Long.MAX_VALUE)) {
                    findings.add(Defect.RESURRECTED, image, "call " + read.call().number() + " read it after it was gone for good");
                }
            }
        }
    }

    private static Optional<String> due(Recorded read, Map<String, String> contents) {
        Map<String, String> sent = read.call().sent();
        return switch (read.call().action()) {
            case READ -> Optional.ofNullable("original".equals(sent.get("size")) ? contents.get(sent.get("image")) : null);
            case READ_RANGE -> Optional.ofNullable(sent.get("sha256"));
            default -> Optional.empty();
        };
    }
}
