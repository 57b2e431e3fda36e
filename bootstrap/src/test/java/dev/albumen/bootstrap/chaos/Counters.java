package dev.albumen.bootstrap.chaos;

/** Every counter is what it counts, in the database and as every node tells it. */
final class Counters implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        evidence.rows().counters().forEach(counter -> findings.add(Defect.COUNTERS_OFF, counter.id(), counter.what()));
        for (String account : evidence.history().accounts()) {
            long stored = evidence.rows().images().stream().filter(image -> image.owner().equals(account))
                    .mapToLong(Rows.Image::byteSize).sum();
            for (int node = 0; node < evidence.world().nodes(); node++) {
                String used = evidence.world().get(node, account, "users/me/usage").at("usedBytes");
                if (!used.equals(Long.toString(stored))) {
                    findings.add(Defect.COUNTERS_OFF, "used bytes of " + account, "node " + node + " says " + used + ", not " + stored);
                }
            }
        }
    }
}
