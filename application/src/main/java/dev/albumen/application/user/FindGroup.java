package dev.albumen.application.user;

import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import dev.albumen.domain.user.GroupAccess;

/** Loads a group for a use case, asking the policy right after. */
final class FindGroup {

    private final Groups groups;
    private final GroupMembers members;

    FindGroup(Groups groups, GroupMembers members) {
        this.groups = groups;
        this.members = members;
    }

    /** The group, where the viewer may know of it. */
    Group seen(Viewer viewer, GroupId id) {
        UserId user = viewer.member().userId();
        Group group = groups.find(id).orElseThrow(Refusal::notFound);
        GroupAccess.requireSeeing(viewer, group, members.holds(id, user));
        return group;
    }

    /** The group, where the viewer may change it. */
    Group managed(Viewer viewer, GroupId id) {
        Group group = seen(viewer, id);
        GroupAccess.requireManaging(viewer, group, members.holds(id, viewer.member().userId()));
        return group;
    }
}
