package dev.albumen.application.shared;

import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), so that their order is the order of their making. */
public interface Ids {

    UUID next();
}
