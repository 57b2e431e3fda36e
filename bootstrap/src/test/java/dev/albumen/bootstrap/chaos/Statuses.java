package dev.albumen.bootstrap.chaos;

/** A service in trouble says that it is, and when to come back; it never breaks down before a client. */
final class Statuses implements Check {

    @Override
    public void look(Evidence evidence, Findings findings) {
        for (Recorded recorded : evidence.history().all()) {
            String status = History.status(recorded);
            if (!status.equals(Outcome.NONE) && !expected(status, History.answer(recorded, "retryAfter") != null)) {
                findings.add(Defect.UNEXPECTED_STATUSES, "call " + recorded.call().number(), status + " for " + recorded);
            }
        }
    }

    private static boolean expected(String status, boolean saysWhen) {
        return switch (status) {
            case "429", "503" -> saysWhen;
            case "304", "507" -> true;
            default -> status.startsWith("2") || status.startsWith("4");
        };
    }
}
