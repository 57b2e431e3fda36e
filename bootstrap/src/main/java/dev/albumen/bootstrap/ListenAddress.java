package dev.albumen.bootstrap;

import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Setting;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where the service listens. */
record ListenAddress(String host, int port) {

    static ListenAddress of(Settings settings) {
        return new ListenAddress(
                settings.get(KnownSettings.HOST), Integer.parseInt(settings.get(KnownSettings.PORT)));
    }

    /** Tells early, before anything else has started, whether listening will work. */
    void requireFree() {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw refused(KnownSettings.HOST, host + " is not an address of this machine");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(address);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void listen(EmbeddedServer server) {
        try {
            server.start();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindException taken) {
                    throw unusable(taken);
                }
            }
            throw e;
        }
    }

    private StartRefused unusable(IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("assign requested address")) {
            return refused(KnownSettings.HOST, host + " is not an address of this machine");
        }
        if (reason.contains("ermission denied")) {
            return refused(KnownSettings.PORT, "this user may not listen on port " + port + "; choose one above 1023");
        }
        return refused(KnownSettings.PORT, "port " + port + " on " + host + " is taken; choose another or stop what uses it");
    }

    private static StartRefused refused(Setting setting, String reason) {
        return new StartRefused(setting.variable(), reason);
    }
}
