package dev.albumen.application.shared;

class InMemoryReplaysTest extends ReplaysContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryReplays replays = new InMemoryReplays(transactions);

    @Override
    protected Replays replays() {
        return replays;
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }
}
