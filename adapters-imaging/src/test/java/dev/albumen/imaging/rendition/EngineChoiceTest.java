package dev.albumen.imaging.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.albumen.domain.image.ImageLimits;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.imaging.rendition.Engine.Origin;
import dev.albumen.imaging.rendition.EngineChoice.Preference;
import dev.albumen.imaging.rendition.worker.EngineFacts;
import dev.albumen.imaging.rendition.worker.WorkerLimits;
import dev.albumen.imaging.rendition.worker.WorkerPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineChoiceTest {

    private static final Engine.Vips CONFIGURED = new Engine.Vips("/opt/libvips.so", Origin.CONFIGURED);
    private static final Engine.Vips SHIPPED = new Engine.Vips("/lib/libvips-cpp.so", Origin.SHIPPED);
    private static final Engine.Vips SYSTEM = new Engine.Vips("libvips.so.42", Origin.SYSTEM);
    private static final Engine.Imgscalr PURE_JAVA = new Engine.Imgscalr();
    private static final List<Engine.Vips> ALL = List.of(CONFIGURED, SHIPPED, SYSTEM);

    @TempDir
    Path folder;

    private final List<Engine> tried = new ArrayList<>();

    @Nested
    class Auto {

        @Test
        void takesTheFirstLibraryThatWorks() throws Exception {
            assertThat(choose(Preference.AUTO, ALL, CONFIGURED, SHIPPED, SYSTEM, PURE_JAVA)).isEqualTo(CONFIGURED);
            assertThat(tried).containsExactly(CONFIGURED);
        }

        @Test
        void goesOnBehindThoseThatDoNotWork() throws Exception {
            assertThat(choose(Preference.AUTO, ALL, SYSTEM, PURE_JAVA)).isEqualTo(SYSTEM);
            assertThat(tried).containsExactly(CONFIGURED, SHIPPED, SYSTEM);
        }

        @Test
        void takesPureJavaWhereNoLibraryWorks() throws Exception {
            assertThat(choose(Preference.AUTO, ALL, PURE_JAVA)).isEqualTo(PURE_JAVA);
            assertThat(choose(Preference.AUTO, List.of(), PURE_JAVA)).isEqualTo(PURE_JAVA);
        }
    }

    @Nested
    class Vips {

        @Test
        void neverTakesPureJava() {
            assertThatThrownBy(() -> choose(Preference.VIPS, List.of(SHIPPED, SYSTEM), PURE_JAVA))
                    .isInstanceOf(EngineUnusableException.class)
                    .hasMessage("libvips does not work: shipped with Albumen: broken; the system's (libvips.so.42): broken");
            assertThat(tried).doesNotContain(PURE_JAVA);
        }

        @Test
        void takesNoOtherLibraryThanTheConfiguredOne() {
            assertThatThrownBy(() -> choose(Preference.VIPS, ALL, SHIPPED, SYSTEM))
                    .hasMessage("libvips does not work: configured (/opt/libvips.so): broken");
            assertThat(tried).containsExactly(CONFIGURED);
        }
    }

    @Test
    void imgscalrTriesNoLibrary() throws Exception {
        assertThat(choose(Preference.IMGSCALR, ALL, CONFIGURED, PURE_JAVA)).isEqualTo(PURE_JAVA);
        assertThat(tried).containsExactly(PURE_JAVA);
    }

    /** Not with planted engines, but with what is here. */
    @Nested
    class ForReal {

        private PooledEngines engines() {
            return new PooledEngines(ImageLimits.DEFAULT, 1, WorkerLimits.DEFAULT, folder.resolve("workers"));
        }

        @Test
        void startsTheLibraryThatTheBuildBrought() throws Exception {
            assumeTrue(VipsLibraries.shipped().isPresent(), "the build brought no libvips for this system");

            try (RunningEngine running = new EngineChoice(engines()).choose(Preference.VIPS, VipsLibraries.find(Optional.empty()))) {
                assertThat(((Engine.Vips) running.engine()).origin()).isEqualTo(Origin.SHIPPED);
                assertThat(running.facts().reads()).contains(MediaType.JPEG, MediaType.AVIF);
                assertThat(running.facts().version()).startsWith("8.");
            }
        }

        @Test
        void saysWhyAFileIsNoLibrary() throws Exception {
            Path file = Files.writeString(folder.resolve("libvips.so"), "no library");

            assertThatThrownBy(() -> engines().start(new Engine.Vips(file.toString(), Origin.CONFIGURED)))
                    .isInstanceOf(EngineUnusableException.class)
                    .hasMessage(file + " does not load as a shared library");
            assertThat(folder.resolve("workers")).satisfiesAnyOf(
                    gone -> assertThat(gone).doesNotExist(), empty -> assertThat(empty).isEmptyDirectory());
        }

        @Test
        void startsPureJava() throws Exception {
            try (RunningEngine running = engines().start(PURE_JAVA)) {
                assertThat(running.facts().reads()).contains(MediaType.JPEG, MediaType.PNG).doesNotContain(MediaType.AVIF);
            }
        }
    }

    private Engine choose(Preference preference, List<Engine.Vips> libraries, Engine... working) throws EngineUnusableException {
        EngineStarter starter = engine -> {
            tried.add(engine);
            if (!List.of(working).contains(engine)) {
                throw new EngineUnusableException("broken");
            }
            return new RunningEngine(engine, new EngineFacts("1", Set.of(MediaType.JPEG), Set.of(RenditionFormat.JPEG)),
                    new WorkerPool(ImgscalrEngine.with(ImageLimits.DEFAULT, WorkerLimits.DEFAULT), 1, WorkerLimits.DEFAULT, folder));
        };
        return new EngineChoice(starter).choose(preference, libraries).engine();
    }
}
