package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.chaos.Habits.Habit;
import dev.albumen.bootstrap.process.Client;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Somebody with an account of their own, who does one thing after another until the end. */
final class ChaosClient implements Runnable {

    private static final Duration LONGEST_REST = Duration.ofMillis(60);

    private final String account;
    private final Caller caller;
    private final Dice dice;
    private final Ending ending;
    private final List<Runnable> acts;

    ChaosClient(int number, Options options, Fleet fleet, Journal journal, AtomicLong numbers, Ending ending) {
        this.account = "client-" + number;
        this.dice = new Dice(options.seed(), account);
        this.ending = ending;
        Dice ways = new Dice(options.seed(), account + " ways");
        this.caller = new Caller(number, account, fleet, journal, numbers, ways, ending);
        Belongings own = new Belongings();
        this.acts = Stream.of(new UploadHabits(caller, dice, own, ending), new ImageHabits(caller, dice, own),
                        new AlbumHabits(caller, dice, own), new ReadingHabits(caller, dice, own))
                .flatMap(habits -> habits.all().stream())
                .flatMap(ChaosClient::asOftenAsItWeighs)
                .toList();
    }

    private static Stream<Runnable> asOftenAsItWeighs(Habit habit) {
        return Stream.generate(habit::act).limit(habit.weight());
    }

    /** Makes the account, before there are faults. */
    void register(Client anyone) {
        Client signedIn = anyone.register(account);
        caller.useToken(signedIn.headers().get("Authorization").substring("Bearer ".length()));
    }

    @Override
    public void run() {
        while (ending.pause(dice.between(Duration.ZERO, LONGEST_REST))) {
            dice.one(acts).run();
        }
    }
}
