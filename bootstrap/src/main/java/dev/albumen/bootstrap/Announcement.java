package dev.albumen.bootstrap;

import java.io.PrintStream;

/** What the operator reads when the service is ready. */
record Announcement(String address) {

    void print(PrintStream out) {
        out.println("Albumen is ready at " + address);
        out.println("The API is described at " + address + "/docs");
        out.flush();
    }
}
