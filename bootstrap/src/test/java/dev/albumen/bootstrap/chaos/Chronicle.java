package dev.albumen.bootstrap.chaos;

/** Where faults are noted: in the journal, and in the counts. */
record Chronicle(Journal journal, Measures measures) {

    void happened(String kind, String target, String counted) {
        journal.fault(new Fault(kind, target, System.currentTimeMillis()));
        measures.count(counted);
    }
}
