package dev.albumen.rest.user;

import dev.albumen.application.user.CreateInvite;
import dev.albumen.application.user.ListInvites;
import dev.albumen.application.user.RevokeInvite;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Invite;
import dev.albumen.domain.user.InviteId;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.Lists;
import dev.albumen.rest.shared.PageQuery;
import dev.albumen.rest.shared.Repeatable;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invites to register, for admins. */
@Controller("/api/v1/admin/invites")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
final class AdminInvitesController {

    private final CreateInvite createInvite;
    private final ListInvites listInvites;
    private final RevokeInvite revokeInvite;
    private final Lists lists;
    private final JsonAnswers answers;

    AdminInvitesController(
            CreateInvite createInvite, ListInvites listInvites, RevokeInvite revokeInvite, Lists lists, JsonAnswers answers) {
        this.createInvite = createInvite;
        this.listInvites = listInvites;
        this.revokeInvite = revokeInvite;
        this.lists = lists;
        this.answers = answers;
    }

    /** @param expiresAt two weeks from now where missing */
    @Introspected
    @Schema(name = "NewInvite")
    record Create(@Nullable Instant expiresAt) {}

    /** @param code shown only in the answer that makes the invite */
    @Serdeable.Serializable
    @Schema(name = "Invite")
    record View(
            UUID id, @Nullable String code, @Nullable UUID createdBy, Instant createdAt, Instant expiresAt, @Nullable UUID usedBy,
            @Nullable Instant usedAt) {

        static View of(Invite invite, @Nullable String code) {
            return new View(invite.id().value(), code, id(invite.createdBy()), invite.createdAt(), invite.expiresAt(),
                    id(invite.usedBy()), invite.usedAt());
        }

        private static @Nullable UUID id(@Nullable UserId user) {
            return user == null ? null : user.value();
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    @Get
    @Operation(summary = "List invites", description = "Without their codes.")
    HttpResponse<?> list(Viewer viewer, @RequestBean PageQuery page) {
        var found = listInvites.handle(viewer, new ListInvites.Query(lists.page(page, viewer)));
        return lists.answer(page, viewer, found.map(invite -> View.of(invite, null)));
    }

    @Post
    @Operation(summary = "Make an invite", description = "For one registration; the code is shown only here.")
    @ApiResponse(responseCode = "201", description = "The invite", content = @Content(schema = @Schema(implementation = View.class)))
    HttpResponse<?> create(Viewer viewer, Repeatable once, @Body @Nullable Create body) {
        var command = new CreateInvite.Command(body == null ? null : body.expiresAt());
        return once.answer(viewer, body, CreateInvite.Created.class, () -> createInvite.handle(viewer, command),
                created -> answers.fresh(201, View.of(created.invite(), created.code())));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an invite back")
    void revoke(Viewer viewer, @PathVariable UUID id) {
        revokeInvite.handle(viewer, new RevokeInvite.Command(new InviteId(id)));
    }
}
