package dev.albumen.rest.user;

import dev.albumen.application.user.NewAccount;
import dev.albumen.application.user.ReadProfile;
import dev.albumen.application.user.ReportUsage;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.Session;
import dev.albumen.domain.user.User;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts as they go in and out. */
final class UserBodies {

    private UserBodies() {}

    /** An account as its owner and admins see it. */
    @Serdeable.Serializable
    @Schema(name = "User")
    record View(
            UUID id, String username, String email, String displayName, String role, @Nullable Long quotaBytes, boolean disabled,
            @Nullable Instant deletionDueAt, Instant passwordChangedAt, Instant createdAt, Instant updatedAt, long version) {

        static View of(User user) {
            return new View(user.id().value(), user.username().value(), user.email().value(), user.displayName(),
                    user.role().name().toLowerCase(Locale.ROOT), user.quotaBytes(), user.disabled(), user.deletionDueAt(),
                    user.passwordChangedAt(), user.createdAt(), user.updatedAt(), user.version());
        }
    }

    /** What of an account is for everybody. */
    @Serdeable.Serializable
    @Schema(name = "Profile")
    record Profile(UUID id, String username, String displayName, Instant createdAt) {

        static Profile of(ReadProfile.Profile profile) {
            return new Profile(profile.id().value(), profile.username().value(), profile.displayName(), profile.createdAt());
        }
    }

    @Introspected
    @Schema(name = "OwnAccountPatch", example = "{\"displayName\": \"Ada L.\"}")
    record OwnPatch(Change<String> email, Change<String> displayName) {}

    @Introspected
    @Schema(name = "NewUser")
    record Create(
            String username, String email, String password, @Nullable String displayName, @Nullable Role role, Change<Long> quotaBytes) {

        NewAccount account() {
            return new NewAccount(username, email, password, displayName);
        }

        @Override
        public String toString() {
            return "Create[" + username + "]";
        }
    }

    /**
     * @param deletionDueAt {@code null} restores a closed account
     * @param password a new one; ends every session
     */
    @Introspected
    @Schema(name = "UserPatch", example = "{\"role\": \"moderator\", \"quotaBytes\": 10737418240}")
    record Patch(
            Change<String> email, Change<String> displayName, Change<Role> role, Change<Long> quotaBytes, Change<Boolean> disabled,
            Change<Instant> deletionDueAt, @Nullable String password) {

        User.Patch changes() {
            return new User.Patch(EmailAddress.of("/email", email), displayName, role, quotaBytes, disabled);
        }

        boolean restores() {
            return switch (deletionDueAt) {
                case Change.Keep<Instant> keep -> false;
                case Change.Clear<Instant> clear -> true;
                case Change.To<Instant> to -> throw Refusal.invalid("/deletionDueAt", "not-settable",
                        "This can only be cleared, which restores the account.");
            };
        }

        @Override
        public String toString() {
            return "Patch[hidden]";
        }
    }

    /**
     * @param reservedBytes held for uploads under way; they count against the quota
     * @param quotaWarning {@code high} from 80 % of the quota, {@code critical} from 95 %; {@code null} below
     * @param counts how many things of each kind, by plural noun
     */
    @Serdeable.Serializable
    @Schema(name = "Usage", example = "{\"quotaBytes\": 1000000000, \"usedBytes\": 790000000, \"reservedBytes\": 20000000, "
            + "\"quotaWarning\": \"high\", \"counts\": {\"albums\": 3, \"images\": 214}}")
    record UsageView(
            @Nullable Long quotaBytes, long usedBytes, long reservedBytes, @Nullable String quotaWarning, Map<String, Long> counts) {

        static UsageView of(ReportUsage.Report report) {
            return new UsageView(report.usage().quotaBytes(), report.usage().usedBytes(), report.usage().reservedBytes(),
                    QuotaWarnings.of(report.usage().level()), report.counts());
        }
    }

    /** @param current whether it is the one that asks */
    @Serdeable.Serializable
    @Schema(name = "Session")
    record SessionView(UUID id, @Nullable String client, boolean current, Instant createdAt, Instant renewedAt, Instant expiresAt) {

        static SessionView of(Session session, Viewer viewer) {
            return new SessionView(session.id().value(), session.client(), session.id().equals(viewer.member().sessionId()),
                    session.createdAt(), session.renewedAt(), session.expiresAt());
        }
    }
}
