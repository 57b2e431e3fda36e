package dev.albumen.application.job;

class InMemoryLeaseTest extends LeaseContract {

    @Override
    protected Lease held() {
        return new InMemoryLease();
    }

    @Override
    protected Lease passedOn() {
        InMemoryLease lease = new InMemoryLease();
        lease.lose();
        return lease;
    }

    @Override
    protected Lease over() {
        return passedOn();
    }

    @Override
    protected void writing(Runnable work) {
        work.run();
    }
}
