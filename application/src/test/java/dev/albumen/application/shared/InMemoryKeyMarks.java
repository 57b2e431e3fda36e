package dev.albumen.application.shared;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A mark in memory. */
public final class InMemoryKeyMarks implements KeyMarks {

    private final AtomicReference<@Nullable String> first = new AtomicReference<>();

    @Override
    public String keepFirst(String mark) {
        String before = first.compareAndExchange(null, mark);
        return before == null ? mark : before;
    }
}
