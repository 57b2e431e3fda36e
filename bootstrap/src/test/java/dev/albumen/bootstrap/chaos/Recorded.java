package dev.albumen.bootstrap.chaos;

import java.util.Optional;

/** A call, and its outcome where the run lived to see it. */
record Recorded(Call call, Optional<Outcome> outcome) {}
