package dev.albumen.application.job;

class InMemoryWakeUpsTest extends WakeUpsContract {

    private final WakeUps wakeUps = new InMemoryWakeUps();

    @Override
    protected WakeUps wakeUps() {
        return wakeUps;
    }

    @Override
    protected WakeUps ofAnotherNode() {
        return wakeUps;
    }
}
