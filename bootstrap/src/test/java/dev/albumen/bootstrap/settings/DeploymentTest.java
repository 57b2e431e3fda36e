package dev.albumen.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What is written down for deployments are settings that a node takes. */
class DeploymentTest {

    private static final Path ROOT = Path.of("..");
    private static final Path DEPLOY = ROOT.resolve("deploy");
    private static final Pattern VARIABLE = Pattern.compile("ALBUMEN_[A-Z0-9_]+");
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{[A-Z_0-9]+:([?-])([^}]*)}");
    /** What fits everything that a deployment asks its owner for. */
    private static final String OWN = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    /** Of its JVM: the heap, what is outside of it, and code. */
    private static final int MEBIBYTES_OF_A_NODE = 750;
    /** As docs/settings.md counts them. */
    private static final int CONNECTIONS_BESIDE_THE_POOL = 13;

    @Test
    void namesSettingsThatThereAre() throws IOException {
        Set<String> known = KnownSettings.ALL.stream().map(Setting::variable).collect(Collectors.toSet());
        Set<String> named;
        try (Stream<Path> files = Stream.concat(Files.walk(DEPLOY), Stream.of(ROOT.resolve("compose.yaml"), ROOT.resolve("Dockerfile")))) {
            named = files.filter(Files::isRegularFile).flatMap(DeploymentTest::variables)
                    .map(name -> name.replaceFirst("^ALBUMEN_OIDC_[A-Z]+_", "ALBUMEN_OIDC_NAME_")) // of a provider of any name
                    .collect(Collectors.toSet());
        }
        assertThat(named).contains("ALBUMEN_ROLES", "ALBUMEN_DATABASE_URL", "ALBUMEN_SECRET_KEY");
        assertThat(known).containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "deploy/compose/compose.yaml"})
    void composesNodesThatStart(String file) throws IOException {
        Map<String, Object> services = map(yaml(ROOT.resolve(file)).getFirst().get("services"));
        List<Map<String, String>> nodes = services.entrySet().stream()
                .filter(service -> service.getKey().startsWith("albumen"))
                .map(service -> environment(map(map(service.getValue()).get("environment"))))
                .toList();

        assertThat(nodes).isNotEmpty().allSatisfy(DeploymentTest::starts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web.yaml", "worker.yaml"})
    void startsPodsWithSettingsThatFit(String file) throws IOException {
        Map<String, String> environment = lines("albumen.env");
        lines("secret.env.example").keySet().forEach(secret -> environment.put(secret, OWN));
        environment.putAll(environmentOfContainer(yaml(DEPLOY.resolve("kubernetes").resolve(file))));

        assertThat(environment).containsKeys("ALBUMEN_ROLES", "ALBUMEN_SECRET_KEY");
        starts(environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web.yaml", "worker.yaml"})
    void hasMemoryForAllPicturesThatAreMadeAtOnce(String file) throws IOException {
        List<Map<String, Object>> written = yaml(DEPLOY.resolve("kubernetes").resolve(file));
        Map<String, String> environment = environmentOfContainer(written);
        Map<String, Object> limits = map(map(container(written).get("resources")).get("limits"));

        int workers = Integer.parseInt(environment.get("ALBUMEN_IMAGING_WORKERS"));
        int mebibytes = Integer.parseInt(environment.get("ALBUMEN_IMAGING_MEMORY_MIB"));
        assertThat(limits).containsEntry("cpu", String.valueOf(workers));
        assertThat(1024 * Integer.parseInt(((String) limits.get("memory")).replace("Gi", "")))
                .isGreaterThanOrEqualTo(workers * mebibytes + MEBIBYTES_OF_A_NODE);
    }

    @Test
    void opensNoMoreConnectionsThanItAsksTheDatabaseFor() throws IOException {
        int connections = 0;
        for (String file : List.of("web.yaml", "worker.yaml")) {
            List<Map<String, Object>> written = yaml(DEPLOY.resolve("kubernetes").resolve(file));
            int most = written.stream().filter(one -> one.get("kind").equals("HorizontalPodAutoscaler"))
                    .mapToInt(one -> (Integer) map(one.get("spec")).get("maxReplicas")).sum();
            int pool = Integer.parseInt(environmentOfContainer(written).get("ALBUMEN_DATABASE_POOL_SIZE"));
            connections += (most + 1) * (pool + CONNECTIONS_BESIDE_THE_POOL);
        }

        assertThat(Files.readString(DEPLOY.resolve("kubernetes/web.yaml"))).contains("are " + connections + ",", "has to be 250,");
        assertThat(connections).isLessThan(250 - 40); // for pods that are about to end
    }

    private static Map<String, Object> container(List<Map<String, Object>> written) {
        Map<String, Object> pod = map(map(map(written.getFirst().get("spec")).get("template")).get("spec"));
        return map(((List<?>) pod.get("containers")).getFirst());
    }

    private static Map<String, String> environmentOfContainer(List<Map<String, Object>> written) {
        Map<String, String> environment = new HashMap<>();
        for (Object variable : (List<?>) container(written).get("env")) {
            environment.put((String) map(variable).get("name"), (String) map(variable).get("value"));
        }
        return environment;
    }

    private static void starts(Map<String, String> environment) {
        assertThatCode(() -> Settings.read(environment, Map.of())).doesNotThrowAnyException();
    }

    private static Map<String, String> environment(Map<String, Object> written) {
        Map<String, String> environment = new HashMap<>();
        written.forEach((name, value) -> environment.put(name, SUBSTITUTED.matcher(String.valueOf(value))
                .replaceAll((MatchResult own) -> own.group(1).equals("-") ? own.group(2) : OWN)));
        return environment;
    }

    private static Map<String, String> lines(String file) throws IOException {
        return Files.readAllLines(DEPLOY.resolve("kubernetes").resolve(file)).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (one, _) -> one, HashMap::new));
    }

    private static Stream<String> variables(Path file) {
        try {
            return VARIABLE.matcher(Files.readString(file)).results().map(MatchResult::group).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> yaml(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            return StreamSupport.stream(new Yaml().loadAll(reader).spliterator(), false).map(one -> (Map<String, Object>) one).toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
