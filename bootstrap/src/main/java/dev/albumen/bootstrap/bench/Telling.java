package dev.albumen.bootstrap.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a command tells its figures: as a table for people, or as JSON for programs. */
public final class Telling {

    @Option(names = "--json", description = "Prints JSON for programs.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** What measures. */
    @FunctionalInterface
    public interface Measuring {

        /** @throws BenchFailed where nothing can be measured */
        List<Figure> take() throws IOException;
    }

    /** What is told in the end: a table for people, JSON for programs. */
    public interface Told {

        String table();

        String json();
    }

    /** What measures something that is not a list of figures. */
    @FunctionalInterface
    public interface Work {

        /** @throws BenchFailed where nothing can be measured */
        Told take() throws IOException;
    }

    /**
     * Measures, and tells what came out or why nothing did.
     *
     * @param settings of the measuring, told beside its figures
     * @return what the command ends with
     */
    public int tell(Map<String, Object> settings, Measuring measuring) throws IOException {
        return tell(() -> new Report(Report.thisMachine(), settings, measuring.take()));
    }

    /** The same for what has a form of its own. */
    public int tell(Work work) throws IOException {
        try {
            Told told = work.take();
            command.commandLine().getOut().println(json ? told.json() : told.table());
            return 0;
        } catch (BenchFailed e) {
            command.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    /** Says something beside the figures, such as what is left out. */
    public void note(String line) {
        command.commandLine().getErr().println(line);
    }
}
