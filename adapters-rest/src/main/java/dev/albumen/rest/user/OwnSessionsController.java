package dev.albumen.rest.user;

import dev.albumen.application.user.EndOtherSessions;
import dev.albumen.application.user.EndSession;
import dev.albumen.application.user.ListSessions;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** Where one is signed in. */
@Controller("/api/v1/users/me/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
final class OwnSessionsController {

    private final ListSessions listSessions;
    private final EndSession endSession;
    private final EndOtherSessions endOtherSessions;
    private final Lists lists;

    OwnSessionsController(ListSessions listSessions, EndSession endSession, EndOtherSessions endOtherSessions, Lists lists) {
        this.listSessions = listSessions;
        this.endSession = endSession;
        this.endOtherSessions = endOtherSessions;
        this.lists = lists;
    }

    @Get
    @Operation(summary = "List one's sessions")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page) {
        var found = listSessions.handle(viewer, new ListSessions.Query(lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(session -> UserBodies.SessionView.of(session, viewer)));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out everywhere but here")
    void endOthers(Viewer viewer) {
        endOtherSessions.handle(viewer);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one session")
    void end(Viewer viewer, @PathVariable UUID id) {
        endSession.handle(viewer, new EndSession.Command(new SessionId(id)));
    }
}
