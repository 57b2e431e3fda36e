package dev.albumen.rest.share;

import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.share.OwnedShare;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.ShareState;
import dev.albumen.domain.share.ShareUsage;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@MicronautTest
class ShareBodiesTest {

    @Test
    void leavesTokenAndUrlOutForEverybodyButTheOwner(JsonMapper json) throws IOException {
        ShareBodies.View owners = ShareBodies.View.of(owned("abc"), "https://example.org/s/abc");
        ShareBodies.View admins = ShareBodies.View.of(owned(null), null);

        assertThat(json.writeValueAsString(owners)).contains("\"token\":\"abc\"", "\"url\":\"https://example.org/s/abc\"", "\"label\":null");
        assertThat(json.writeValueAsString(admins)).doesNotContain("token", "url").contains("\"label\":null");
    }

    private static OwnedShare owned(@Nullable String token) {
        ShareLink link = aShareLink().build();
        return new OwnedShare(link, ShareUsage.NONE, ShareState.ACTIVE, SelectionConfig.none(link.id()), 0, token);
    }
}
