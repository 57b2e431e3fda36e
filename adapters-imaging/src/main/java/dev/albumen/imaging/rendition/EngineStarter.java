package dev.albumen.imaging.rendition;

/** Starts an engine and has it render a tiny picture. */
public interface EngineStarter {

    /** @throws EngineUnusableException where it does not start or fails the test; nothing of it is left running then */
    RunningEngine start(Engine engine) throws EngineUnusableException;
}
