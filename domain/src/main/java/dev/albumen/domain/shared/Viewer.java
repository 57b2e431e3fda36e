package dev.albumen.domain.shared;

import java.util.Optional;
import java.util.Set;

/** Who asks: the first argument of every use case, never a thread local. */
public sealed interface Viewer {

    /** Nobody that we know. */
    record Anonymous() implements Viewer {}

    /** A signed-in user. */
    record Member(UserId userId, Role role, SessionId sessionId) implements Viewer {}

    /** Somebody who opened a share link, with what the link grants. */
    record LinkHolder(ShareId shareId, Set<Grant> grants) implements Viewer {
        public LinkHolder {
            grants = Set.copyOf(grants);
        }
    }

    /** Albumen itself, at work on a job. */
    record Worker() implements Viewer {}

    /** What a share link lets its holder do. */
    enum Grant {
        VIEW,
        DOWNLOAD_PREVIEW,
        DOWNLOAD_ORIGINAL,
        SEE_METADATA,
        /** Send images, for the owner to accept. */
        UPLOAD,
        COMMENT,
        /** Choose images for the owner. */
        SELECT
    }

    Viewer ANONYMOUS = new Anonymous();

    Viewer WORKER = new Worker();

    /** The signed-in user's id; empty for everybody else. */
    default Optional<UserId> user() {
        return this instanceof Member member ? Optional.of(member.userId()) : Optional.empty();
    }

    /**
     * The signed-in user.
     *
     * @throws RefusedException {@code Unauthenticated} for everybody else
     */
    default Member member() {
        if (this instanceof Member member) {
            return member;
        }
        throw new Refusal.Unauthenticated("sign-in-required", "Sign in to do this.").thrown();
    }

    /**
     * Lets only Albumen itself pass.
     *
     * @throws RefusedException {@code Forbidden} for everybody else
     */
    default void requireWorker() {
        if (!(this instanceof Worker)) {
            throw new Refusal.Forbidden("work-only", "Only the instance itself does this.").thrown();
        }
    }

    /** Whether a signed-in user with at least this role asks. */
    default boolean is(Role role) {
        return this instanceof Member member && member.role().atLeast(role);
    }
}
