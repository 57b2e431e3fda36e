package dev.albumen.bootstrap.chaos;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client is about to ask for.
 *
 * @param number from 1, each once
 * @param client from 0
 * @param account the user's name; {@code -} where nobody is signed in
 * @param node from 0
 * @param key of idempotency
 * @param sent what {@link Action} names
 * @param startMs since the epoch, by the clock of the run
 */
record Call(
        long number, int client, String account, int node, Action action, @Nullable String key, Map<String, String> sent,
        long startMs) {

    Call {
        sent = Map.copyOf(sent);
    }
}
