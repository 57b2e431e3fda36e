package dev.albumen.imaging.rendition;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.image.ImageLimits;
import dev.albumen.imaging.rendition.worker.HostedEngine;
import dev.albumen.imaging.rendition.worker.LimitsForm;
import dev.albumen.imaging.rendition.worker.WorkerEngine;
import dev.albumen.imaging.rendition.worker.WorkerLimits;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@link ImgscalrEngine}, but for the time that frames behind the first may take: a busy machine leaves none out. */
public final class PatientEngine implements HostedEngine {

    private static final Duration ENOUGH = Duration.ofMinutes(5);

    /** What a pool has to run for it. */
    public static WorkerEngine with(ImageLimits images, WorkerLimits worker) {
        WorkerEngine usual = ImgscalrEngine.with(images, worker);
        List<Class<?>> libraries = Stream.<Class<?>>concat(usual.libraries().stream(), Stream.of(ImgscalrEngine.class)).toList();
        return new WorkerEngine(PatientEngine.class, usual.arguments(), libraries, usual.heapMebibytes(), usual.jvmOptions());
    }

    /** One whose time is not over on a busy machine, neither that for a picture nor that for what moves. */
    static Renderer renderer(ImageLimits limits) {
        return new ImgscalrRenderer(limits, ENOUGH, ENOUGH);
    }

    @Override
    public Hosted open(List<String> arguments) {
        return new Hosted(renderer(LimitsForm.read(arguments)), new ImgscalrEngine().open(arguments).facts());
    }
}
