package dev.albumen.rest.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.domain.image.ImageId;
import dev.albumen.rest.rendition.PlainRendition.Right;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedPlainRenditionTest {

    private static final String ID = "0190a1de-7c00-7000-8000-000000000001";

    @Test
    void isKnownByItsSignedAddress() {
        PlainRendition found = of("/api/v1/public/shares/a_b-C/images/" + ID + "/preview?expires=5&signature=x_y");

        assertThat(found).isEqualTo(new PlainRendition(new ImageId(UUID.fromString(ID)), Wanted.What.PREVIEW,
                new Right.Shared("a_b-C", new ImagePasses.Pass(5, "x_y"))));
        assertThat(found.route()).isEqualTo("/api/v1/public/shares/{token}/images/{id}/preview");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/v1/public/shares/t/images/" + ID + "/original?expires=5&signature=x",
        "/api/v1/public/shares/t/images/" + ID + "/preview",
        "/api/v1/public/shares/t/images/" + ID + "/preview?expires=5",
        "/api/v1/public/shares/t/images/" + ID + "/preview?expires=5&signature=x&size=1",
        "/api/v1/public/shares/t/images/" + ID + "/preview?session=" + ID + "&expires=5&signature=x",
        "/api/v1/public/shares/t/images/" + ID + "/preview?expires=five&signature=x",
        "/api/v1/public/shares/%74/images/" + ID + "/preview?expires=5&signature=x",
        "/api/v1/public/shares//images/" + ID + "/preview?expires=5&signature=x",
        "/api/v1/public/shares/t/images/" + ID,
        "/api/v1/public/shares/t/archive",
        "/api/v1/public/shares/t",
        "/api/v1/public/shares/",
        "/api/v1/images/" + ID + "/preview?expires=5&signature=x"})
    void isLeftToTheCommonWayAsAnythingElse(String address) {
        assertThat(of(address)).isNull();
    }

    @Test
    void isLeftToTheCommonWayWhereSomebodySaysWhoTheyAre() {
        HttpRequest request = request("/api/v1/public/shares/t/images/" + ID + "/preview?expires=5&signature=x");
        request.headers().set("Authorization", "Bearer x");

        assertThat(PlainRendition.of(request)).isNull();
    }

    private static @Nullable PlainRendition of(String address) {
        return PlainRendition.of(request(address));
    }

    private static HttpRequest request(String address) {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, address);
    }
}
