package dev.albumen.planted.application.tag;

/** An outbound port. */
public interface PlantedTags {

    void add(String name);
}
