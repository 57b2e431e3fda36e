package dev.albumen.bootstrap.journey;

import java.util.Map;

class MainJobOnDiskIT extends MainJob {

    @Override
    Map<String, String> settings() {
        return Map.of();
    }
}
