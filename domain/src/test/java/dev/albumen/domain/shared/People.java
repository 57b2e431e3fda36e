package dev.albumen.domain.shared;

import java.util.EnumSet;
import java.util.UUID;

/** The people of the tests: Ada owns things, Bob is let in, Eve is not, Root runs the place. */
public final class People {

    public static final Viewer.Member ADA = member(0xada, Role.USER);
    public static final Viewer.Member BOB = member(0xb0b, Role.USER);
    public static final Viewer.Member EVE = member(0xe5e, Role.USER);
    public static final Viewer.Member MODERATOR = member(0x30d, Role.MODERATOR);
    public static final Viewer.Member ROOT = member(0x600d, Role.ADMIN);
    public static final Viewer.LinkHolder LINK_HOLDER =
            new Viewer.LinkHolder(new ShareId(new UUID(0, 0x11)), EnumSet.allOf(Viewer.Grant.class));

    private People() {}

    private static Viewer.Member member(long number, Role role) {
        return new Viewer.Member(new UserId(new UUID(0, number)), role, new SessionId(new UUID(1, number)));
    }
}
