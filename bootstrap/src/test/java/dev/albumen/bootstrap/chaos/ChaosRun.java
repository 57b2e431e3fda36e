package dev.albumen.bootstrap.chaos;

import dev.albumen.aws.storage.LocalS3;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** One run: everything starts, clients work while faults are injected, everything settles, and the checker looks at it. */
final class ChaosRun {

    static final String CALLS = "calls";
    /** It lies in memory, and is filled: as small as may be. */
    private static final long DISK_MIB = 192;
    private static final long DISK_MIB_A_MINUTE = 48;
    private static final long MOST_DISK_MIB = 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    static final String DIED = "callsWithoutAnswer";

    private final Options options;
    private final Path folder;
    private final PrintStream log;
    private final Measures measures = new Measures();
    private final List<String> skipped = new ArrayList<>();

    /** @param folder of the run, which is empty; the journal and what the nodes said stay there */
    ChaosRun(Options options, Path folder, PrintStream log) {
        this.options = options;
        this.folder = folder;
        this.log = log;
        // What did not happen is a zero in the result, and not missing from it.
        List.of(NodeLife.KILLS, NodeLife.VAIN_STARTS, DatabaseFaults.KILLS, DatabaseFaults.READY_AGAIN, DatabaseFaults.TOO_LATE,
                WorkerFaults.KILLS, NetworkFaults.CUTS, DiskFaults.FILLED).forEach(name -> measures.count(name, 0));
    }

    Path journal() {
        return folder.resolve("journal.jsonl");
    }

    Result run() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Optional<SmallDisk> small = SmallDisk.mountedAt(disk, Math.min(MOST_DISK_MIB, DISK_MIB + DISK_MIB_A_MINUTE * options.faults().toMinutes()));
        try {
            return onDisk(disk, small);
        } finally {
            if (small.isPresent()) {
                small.get().close();
            }
        }
    }

    private Result onDisk(Path disk, Optional<SmallDisk> small) throws Exception {
        Store store = options.storage() == Options.Storage.S3 ? TroubledS3.start(dice("store")) : SharedFolder.in(disk);
        try (Fleet fleet = new Fleet(options, folder, disk, store); Journal journal = Journal.open(journal())) {
            log.println("Starting " + options.nodes() + " nodes in " + folder);
            fleet.nodes().parallelStream().forEach(node -> {
                if (!fleet.start(node, Duration.ZERO, Map.of())) {
                    throw new AssertionError("node " + node.number() + " did not start; see its log in " + folder);
                }
            });
            harm(fleet, loops(fleet, small, new Chronicle(journal, measures)), journal);
            log.println("The faults are over; waiting until all is settled");
            new Recovery(fleet, measures).settle();
            log.println("Checking");
            return checked(fleet);
        }
    }

    private Dice dice(String name) {
        return new Dice(options.seed(), name);
    }

    private List<FaultLoop> loops(Fleet fleet, Optional<SmallDisk> small, Chronicle chronicle) {
        List<FaultLoop> loops = new ArrayList<>();
        fleet.nodes().forEach(node -> loops.add(new NodeLife(node, fleet, chronicle, dice("life of node " + node.number()))));
        loops.add(new DatabaseFaults(fleet, chronicle, dice("database")));
        loops.add(new WorkerFaults(fleet, chronicle, dice("workers")));
        loops.add(new NetworkFaults(fleet, chronicle, dice("network")));
        loops.add(new StoreFaults(fleet.store(), chronicle));
        small.ifPresentOrElse(
                found -> loops.add(new DiskFaults(found, fleet, chronicle, dice("disk"))),
                () -> skip("full disk: no file system in memory may be mounted here"));
        return loops;
    }

    private void skip(String fault) {
        skipped.add(fault);
        log.println("Skipped: " + fault);
    }

    /** Clients end after the faults, so that the last calls find everything in order again. */
    private void harm(Fleet fleet, List<FaultLoop> loops, Journal journal) throws Exception {
        AtomicLong numbers = new AtomicLong();
        Ending ofClients = new Ending();
        Ending ofFaults = new Ending();
        List<ChaosClient> clients = new ArrayList<>();
        for (int number = 0; number < options.clients(); number++) {
            ChaosClient client = new ChaosClient(number, options, fleet, journal, numbers, ofClients);
            client.register(fleet.anyoneAt(number % options.nodes()));
            clients.add(client);
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> working = clients.stream().<Future<?>>map(threads::submit).toList();
            List<Future<?>> harming = loops.stream().<Future<?>>map(loop -> threads.submit(() -> {
                loop.run(ofFaults);
                return null;
            })).toList();
            try {
                new Ending().pause(options.faults());
            } finally {
                ofFaults.come();
                awaitAll(harming);
                ofClients.come();
                awaitAll(working);
            }
        }
    }

    private static void awaitAll(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (Future<?> one : all) {
            one.get();
        }
    }

    private Result checked(Fleet fleet) {
        List<Recorded> calls = Journal.read(journal());
        measures.count(CALLS, calls.size());
        measures.count(DIED, calls.stream().filter(call -> History.status(call).equals(Outcome.NONE)).count());
        LiveWorld world = new LiveWorld(fleet.nodes().stream().map(Node::service).toList(), fleet.database().access(), raw(fleet.store()),
                PATIENCE);
        int kills = (int) (measures.counted(NodeLife.KILLS) + measures.counted(DatabaseFaults.KILLS) + measures.counted(WorkerFaults.KILLS));
        return new Result(options, Checker.check(calls, world).withKills(kills), measures.all(), List.copyOf(skipped));
    }

    private static RawStorage raw(Store store) {
        return switch (store) {
            case SharedFolder(Path blobs) -> RawStorage.folder(blobs);
            case TroubledS3 s3 -> RawStorage.bucket(s3.bucket().endpoint(), s3.bucket().bucket(), LocalS3.ACCESS_KEY_ID, LocalS3.SECRET_ACCESS_KEY);
            default -> throw new AssertionError(store);
        };
    }
}
