package dev.albumen.bootstrap.bench.scale;

import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.Programs;
import dev.albumen.bootstrap.bench.Telling;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.persistence.shared.MeasuredDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages of the list by the service, and by pgbench with the statements that PostgreSQL was sent for such a page. */
record Listing(Fleet fleet, Load load, Path folder, Optional<LoggedStatements> statements) {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String PGBENCH = "pgbench";

    /** Looks what the database is sent for one page; while nobody else asks anything. */
    static Listing of(Fleet fleet, Load load, Path folder, Library library, Telling telling) throws IOException {
        if (Programs.find(PGBENCH).isEmpty()) {
            telling.note("pgbench is not installed (Debian's postgresql): it is left out");
            return new Listing(fleet, load, folder, Optional.empty());
        }
        String owner = library.owner().get("users/me").path("id").asText();
        fleet.tell(connection -> MeasuredDatabase.log(connection, true));
        long before = Files.size(fleet.databaseLog());
        library.owner().get(library.lists().get(1));
        fleet.tell(connection -> MeasuredDatabase.log(connection, false));
        byte[] log = Files.readAllBytes(fleet.databaseLog());
        String said = new String(log, (int) before, log.length - (int) before, StandardCharsets.UTF_8);
        return new Listing(fleet, load, folder, Optional.of(LoggedStatements.ofSessionsThatAskedFor(owner, said)));
    }

    ScaleReport.Of measure(Library library) throws IOException {
        List<URI> one = fleet.addresses().subList(0, 1);
        load.run(one, library.lists(), library.owner().authorization());
        long began = System.nanoTime();
        long answered = load.run(one, library.lists(), library.owner().authorization());
        double perSecond = answered / ((System.nanoTime() - began) / 1e9);
        return new ScaleReport.Of(perSecond, statements.isPresent() ? rate(statements.get()) : null);
    }

    private Double rate(LoggedStatements sent) throws IOException {
        Path script = Files.writeString(folder.resolve("listing.sql"), sent.script());
        DatabaseAccess access = fleet.access();
        URI server = URI.create(access.url().substring("jdbc:".length()));
        List<String> command = new ArrayList<>(List.of(
                Programs.find(PGBENCH).orElseThrow().toString(), "-n", "-M", "prepared", "-f", script.toString(),
                "-c", Integer.toString(load.connections()), "-j", "2", "-T", Long.toString(Math.max(1, Math.round(load.seconds()))),
                "-h", server.getHost(), "-p", Integer.toString(server.getPort()), "-U", access.user()));
        sent.values().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add(server.getPath().substring(1));
        ProcessBuilder pgbench = new ProcessBuilder(command).redirectErrorStream(true);
        pgbench.environment().put("PGPASSWORD", access.password());
        String said = new String(pgbench.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new BenchFailed("pgbench did not measure:" + System.lineSeparator() + said + sent.script());
        }
        return Double.valueOf(rate.group(1));
    }
}
