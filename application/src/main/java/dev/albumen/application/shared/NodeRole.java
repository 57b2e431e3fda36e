package dev.albumen.application.shared;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a node does for the others: any mix of these. */
public enum NodeRole {
    /** Answers people and programs. */
    WEB,
    /** Does jobs. */
    WORKER,
    /** Does what recurs; of the nodes with this role, one at a time. */
    SCHEDULER;

    /** All of them, as a setting says it. */
    public static final String ALL = "web,worker,scheduler";

    /**
     * The roles that a setting names, parted by commas.
     *
     * @throws IllegalArgumentException for a word that is no role, or for one that comes twice, or for none at all
     */
    public static Set<NodeRole> of(String setting) {
        Set<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
        Arrays.stream(setting.split(",", -1)).map(word -> valueOf(word.strip().toUpperCase(Locale.ROOT))).forEach(role -> {
            if (!roles.add(role)) {
                throw new IllegalArgumentException("named twice: " + role);
            }
        });
        return Set.copyOf(roles);
    }
}
