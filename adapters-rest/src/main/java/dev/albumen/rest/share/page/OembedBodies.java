package dev.albumen.rest.share.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What oEmbed 1.0 calls a response. Its names are the specification's. */
final class OembedBodies {

    private OembedBodies() {}

    /**
     * @param type {@code photo} for one image, {@code link} for an album
     * @param url of the picture, of a photo alone
     * @param width of that picture
     * @param cacheAge seconds for which the addresses hold at least
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Oembed", example = """
            {"version": "1.0", "type": "link", "title": "Low tide", "provider_name": "Albumen", "cache_age": 3600,
             "thumbnail_url": "https://albums.example.org/api/v1/public/shares/Zm9…/images/0190a1de-7c00-7000-8000-000000000001/thumbnail",
             "thumbnail_width": 320, "thumbnail_height": 213}""")
    record Embedded(
            String version, String type, String title, @JsonProperty("provider_name") String providerName,
            @JsonProperty("provider_url") String providerUrl, @JsonProperty("cache_age") int cacheAge, @Nullable String url,
            @Nullable Integer width, @Nullable Integer height, @JsonProperty("thumbnail_url") @Nullable String thumbnailUrl,
            @JsonProperty("thumbnail_width") @Nullable Integer thumbnailWidth,
            @JsonProperty("thumbnail_height") @Nullable Integer thumbnailHeight) {}
}
