package dev.albumen.planted.persistence.tag;

import dev.albumen.planted.application.tag.PlantedTags;

/** An adapter that no test holds to its port's contract. */
public final class PostgresPlantedTags implements PlantedTags {

    @Override
    public void add(String name) {}
}
