package dev.albumen.imaging.rendition.worker;

import java.util.List;

/**
 * What the workers of a pool run.
 *
 * @param host opens it in the worker's process
 * @param arguments for the host
 * @param libraries one class of each jar that it needs beyond Albumen's own
 * @param heapMebibytes of the worker's JVM; what native code takes comes on top
 * @param jvmOptions beyond those that every worker has
 */
public record WorkerEngine(
        Class<? extends HostedEngine> host, List<String> arguments, List<Class<?>> libraries, int heapMebibytes,
        List<String> jvmOptions) {

    public WorkerEngine {
        arguments = List.copyOf(arguments);
        libraries = List.copyOf(libraries);
        jvmOptions = List.copyOf(jvmOptions);
    }
}
