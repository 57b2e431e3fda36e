package dev.albumen.bootstrap.chaos;

/** Has requests to the storage meet with trouble. */
record StoreFaults(Store store, Chronicle chronicle) implements FaultLoop {

    static final String TROUBLES = "storageTroubles";

    @Override
    public void run(Ending ending) {
        store.trouble(true);
        ending.await();
        store.trouble(false);
        chronicle.measures().count(TROUBLES, store.troubles());
    }
}
