package dev.albumen.rest.shared;

import dev.albumen.application.rendition.Asker;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Prepares an answer for as long as somebody waits for it. */
@Controller("/probe/waiting")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
class WaitingProbe {

    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    volatile boolean enough;

    @Get
    String read(HttpRequest<?> request) {
        Asker asker = Askers.of(request);
        begun.countDown();
        while (asker.waits() && !enough) {
            LockSupport.parkNanos(5_000_000);
        }
        ended.countDown();
        return "after all";
    }
}
