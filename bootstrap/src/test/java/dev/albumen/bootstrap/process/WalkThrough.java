package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scripts that the README prints, and who runs them: bash, curl and jq. */
public final class WalkThrough {

    private static final Path README = Path.of("..", "README.md");
    private static final int PATIENCE_SECONDS = 600;

    private WalkThrough() {}

    /** Where they cannot be run the test is skipped. */
    public static void assumeItsPrograms() throws IOException, InterruptedException {
        assumeTrue(isThere("curl") && isThere("jq"), "the walk-through needs curl and jq");
    }

    /** The script below a heading, as it is printed. */
    public static String script(String heading) throws IOException {
        Matcher script = Pattern.compile("## " + Pattern.quote(heading) + "\n.*?```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README));
        assertThat(script.find()).as(heading).isTrue();
        return script.group(1);
    }

    /** Runs a script in a folder up to its first command that fails, which none may; returns what it said. */
    public static String run(Path folder, String script, Map<String, String> settings) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
        bash.environment().putAll(settings);
        Process process = bash.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String said = Files.readString(out);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean isThere(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }
}
