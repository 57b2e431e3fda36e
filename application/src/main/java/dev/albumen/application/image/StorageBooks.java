package dev.albumen.application.image;

import dev.albumen.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/** Compares what is counted of users' storage with what there is: the bytes of their images, and what is reserved. */
public interface StorageBooks {

    /** The users whose count differs from what there is at one moment, in the order of their ids; with every change committed, none. */
    List<UserId> wrong();

    /**
     * Sets a user's count right, in the caller's transaction and holding off every other change of it until that ends.
     *
     * @return what was counted and what there is; empty, with nothing changed, where both agree or there is no such user
     */
    Optional<Correction> correct(UserId user);

    /** @param counted before; {@code found} is what there is, and what is counted from now on */
    record Correction(Bytes counted, Bytes found) {}

    record Bytes(long used, long reserved) {}
}
