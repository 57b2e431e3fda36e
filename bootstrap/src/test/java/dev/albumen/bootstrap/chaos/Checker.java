package dev.albumen.bootstrap.chaos;

import java.util.List;

/** Compares what was answered during a run with what nodes, database and storage say after it. */
final class Checker {

    private static final List<Check> CHECKS = List.of(
            new Durability(), new Fates(), new BlobsAndRows(), new StoredBytes(), new Renditions(), new Progress(), new Counters(),
            new Once(), new Albums(), new Shares(), new Reads(), new Statuses(), new Edits());

    private Checker() {}

    /** @param journal of a run that is over, whose faults are undone and whose jobs had time to end */
    static Verdict check(List<Recorded> journal, World world) {
        Evidence evidence = Evidence.of(journal, world);
        Findings findings = new Findings();
        CHECKS.forEach(check -> check.look(evidence, findings));
        return findings.verdict(evidence.history().acknowledgedImages().size());
    }
}
