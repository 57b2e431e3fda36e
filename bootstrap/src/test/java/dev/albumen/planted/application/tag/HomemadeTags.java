package dev.albumen.planted.application.tag;

/** The core implements a port by itself. */
public final class HomemadeTags implements PlantedTags {

    @Override
    public void add(String name) {}
}
