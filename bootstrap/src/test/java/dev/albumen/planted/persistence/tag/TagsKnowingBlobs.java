package dev.albumen.planted.persistence.tag;

import software.amazon.awssdk.regions.Region;

/** An adapter knows the library of another. */
public record TagsKnowingBlobs(Region region) {}
