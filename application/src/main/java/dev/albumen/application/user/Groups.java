package dev.albumen.application.user;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Group;
import java.util.Optional;

/** Groups of users. Used inside a transaction of the caller. */
public interface Groups {

    void add(Group group);

    Optional<Group> find(GroupId id);

    /**
     * Keeps a changed group.
     *
     * @param group as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or it is gone
     */
    Group save(Group group);

    /** Removes the group with its memberships, and from all albums. One that is gone is no error. */
    void delete(GroupId id);

    /** How many groups the user has made. */
    int count(UserId owner);

    /** A page of the groups that the user has made or is in, newest first. */
    Page<Group> list(UserId user, PageRequest page);
}
