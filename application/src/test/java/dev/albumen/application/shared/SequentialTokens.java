package dev.albumen.application.shared;

import java.util.concurrent.atomic.AtomicLong;

/** Tokens of the real length and alphabet, the same ones in the same order on every run. */
public final class SequentialTokens implements Tokens {

    private final AtomicLong made = new AtomicLong();

    @Override
    public String next() {
        return nth(made.incrementAndGet());
    }

    /** The token that the n-th call gives, counted from 1. */
    public static String nth(long n) {
        return "token-%037d".formatted(n);
    }
}
