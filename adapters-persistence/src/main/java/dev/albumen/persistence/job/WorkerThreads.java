package dev.albumen.persistence.job;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for jobs. Of the platform and not virtual, because a job computes and would keep requests off the few threads
 * that carry them all. On Linux they are as nice as can be (setpriority(2), which there means the calling thread), so that
 * requests come first while pictures are rendered; Java's own priorities do nothing there.
 */
final class WorkerThreads implements ThreadFactory {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerThreads.class);
    private static final int PRIO_PROCESS = 0;
    private static final int CALLING_THREAD = 0;
    private static final int NICEST = 19;

    private final ThreadFactory threads = Thread.ofPlatform().name("job-", 0).factory();
    private final Optional<MethodHandle> setPriority = setPriority();

    @Override
    public Thread newThread(Runnable work) {
        return threads.newThread(() -> {
            setPriority.ifPresent(WorkerThreads::yieldToOthers);
            work.run();
        });
    }

    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("setpriority").map(function -> linker.downcallHandle(function,
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)));
    }

    private static void yieldToOthers(MethodHandle setPriority) {
        try {
            int failed = (int) setPriority.invokeExact(PRIO_PROCESS, CALLING_THREAD, NICEST);
            if (failed != 0) {
                LOG.info("jobs run with the same priority as requests");
            }
        } catch (Throwable e) {
            throw new IllegalStateException("the system cannot be called", e);
        }
    }
}
