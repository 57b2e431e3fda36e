package dev.albumen.application.job;

class InMemorySpareTimeTest extends SpareTimeContract {

    private final InMemorySpareTime spareTime = new InMemorySpareTime();

    @Override
    protected SpareTime spareTime() {
        return spareTime;
    }

    @Override
    protected void goOn() {
        spareTime.runAll();
    }
}
