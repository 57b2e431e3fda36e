package dev.albumen.bootstrap.settings;

/** The service cannot start as it is set up. The message is one line that names the setting to change. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String setting, String reason) {
        super(setting + ": " + reason.lines().findFirst().orElse(""), null, false, false);
    }
}
