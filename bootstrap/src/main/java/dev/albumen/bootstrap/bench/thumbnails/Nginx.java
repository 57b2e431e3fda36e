package dev.albumen.bootstrap.bench.thumbnails;

import dev.albumen.bootstrap.bench.BenchFailed;
import dev.albumen.bootstrap.bench.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** nginx as Debian sets it up, on a port and with a configuration of its own, serving the files of a folder. */
public final class Nginx implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** As Debian has it, but for the log, which Albumen does not write either, and for connections being kept longer. */
    private static final String CONFIGURATION = """
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            %4$s
            events { worker_connections 768; }
            http {
                sendfile on;
                tcp_nopush on;
                types_hash_max_size 2048;
                types { image/webp webp; image/jpeg jpg; text/html html; application/json json; }
                access_log off;
                keepalive_requests 1000000;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                server {
                    listen 127.0.0.1:%2$d;
                    root %3$s;
                }
            }
            """;

    private final Process process;
    private final URI address;

    private Nginx(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    public static boolean isInstalled() {
        return Programs.find("nginx").isPresent();
    }

    /**
     * Starts it and waits until it takes connections.
     *
     * @param folder for what it writes
     * @param files what it serves
     */
    public static Nginx start(Path folder, Path files) throws IOException {
        int port = freePort();
        // only root may name a user, and workers that are nobody could not read what is in a folder for temporary files
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        Path configuration = Files.writeString(
                folder.resolve("nginx.conf"), CONFIGURATION.formatted(folder, port, files, user));
        Process process = new ProcessBuilder(Programs.find("nginx").orElseThrow().toString(), "-p", folder.toString(),
                        "-c", configuration.toString(), "-e", folder.resolve("error.log").toString(), "-g", "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        Nginx nginx = new Nginx(process, URI.create("http://127.0.0.1:" + port + "/"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!takesConnections(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                nginx.close();
                throw new BenchFailed("nginx did not start: " + Files.readString(folder.resolve("nginx.log")));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return nginx;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean takesConnections(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    public URI address() {
        return address;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
