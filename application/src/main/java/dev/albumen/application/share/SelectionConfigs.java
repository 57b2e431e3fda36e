package dev.albumen.application.share;

import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.shared.ShareId;
import java.util.Map;
import java.util.Set;

/** What owners have said about choosing through their links. It goes with the link. */
public interface SelectionConfigs {

    /** That of the link; {@link SelectionConfig#none} where nothing was said. */
    default SelectionConfig of(ShareId share) {
        return of(Set.of(share)).getOrDefault(share, SelectionConfig.none(share));
    }

    /** Those of the links of which something was said. */
    Map<ShareId, SelectionConfig> of(Set<ShareId> shares);

    /**
     * Keeps a changed one.
     *
     * @param config as changed, with the version that it was read with
     * @return the same with its new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first or the link is gone
     */
    SelectionConfig save(SelectionConfig config);
}
