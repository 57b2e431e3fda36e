package dev.albumen.oidc.user;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A provider that says whatever a test has it say, with a clock of its own. */
final class PlantedProvider implements AutoCloseable {

    static final String CLIENT = "albumen";
    static final String NONCE = "nonce-".repeat(8);
    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static final int HANGING = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** Making keys is slow, and nothing changes them. */
    private static final ConcurrentHashMap<String, RSAKey> KEYS = new ConcurrentHashMap<>();

    final RSAKey key = made("first");
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> forms = new CopyOnWriteArrayList<>();
    final List<String> credentials = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, Said> said = new ConcurrentHashMap<>();
    private volatile Instant now = NOON;
    final InstantSource clock = () -> now;

    /** @param location where a redirect leads */
    private record Said(int status, String body, @Nullable String location) {}

    PlantedProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        describes("");
        signsWith(key);
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realm";
    }

    OidcProvider provider(OidcProvider.Kind kind) {
        return new OidcProvider("main", issuer(), CLIENT, "hush:hush", kind, List.of("openid"), Set.of(CLIENT), "roles", "realm.groups");
    }

    OidcIdentityProviders asked(OidcProvider... providers) {
        return new OidcIdentityProviders(List.of(providers), clock, Duration.ofSeconds(90));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** @param more of the document */
    void describes(String more) {
        String at = issuer();
        says("/realm/.well-known/openid-configuration", 200, """
                {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token", "jwks_uri": "%s/keys" %s}"""
                .formatted(at, at, at, at, more));
    }

    void signsWith(JWK... keys) {
        says("/realm/keys", 200, new JWKSet(List.of(keys)).toString(true));
    }

    /** What is traded for the next codes. */
    void givesToken(String identityToken) {
        says("/realm/token", 200, "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \"" + identityToken + "\"}");
    }

    void says(String path, int status, String body) {
        said.put(path, new Said(status, body, null));
    }

    void redirects(String path, URI elsewhere) {
        said.put(path, new Said(302, "", elsewhere.toString()));
    }

    /** Takes requests for it and never answers them. */
    void hangs(String path) {
        says(path, HANGING, "");
    }

    long timesAsked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!form.isEmpty()) {
                forms.add(form);
                credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            }
            Said answer = said.getOrDefault(path, new Said(404, "", null));
            if (answer.status() == HANGING) {
                new CountDownLatch(1).await();
            }
            if (answer.location() != null) {
                exchange.getResponseHeaders().add("Location", answer.location());
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException | InterruptedException e) {
            // whoever asked has heard enough
        }
    }

    /** What an identity token of this moment says. */
    JWTClaimsSet.Builder identity() {
        return person().claim("nonce", NONCE);
    }

    /** What an access token of this moment says. */
    JWTClaimsSet.Builder access() {
        return person().claim("scope", "openid email");
    }

    /** What every token of this moment says. */
    JWTClaimsSet.Builder person() {
        return new JWTClaimsSet.Builder().issuer(issuer()).subject("ada").audience(CLIENT).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, header -> header);
    }

    String signed(JWTClaimsSet.Builder claims, UnaryOperator<JWSHeader.Builder> header) {
        return signed(claims, header.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID())).build(), signer(key));
    }

    static String signed(JWTClaimsSet.Builder claims, JWSHeader header, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /** The same one for the same name. */
    static RSAKey made(String kid) {
        return KEYS.computeIfAbsent(kid, PlantedProvider::another);
    }

    /** Another one with the name. */
    static RSAKey another(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static JWSHeader.Builder typed(JWSHeader.Builder header, String type) {
        return header.type(new JOSEObjectType(type));
    }

    /** What was asked, in order. */
    List<String> asked() {
        return new ArrayList<>(asked);
    }

    /** Whether asking failed because the provider does not answer as it should. */
    static boolean fails(Runnable act) {
        try {
            act.run();
            return false;
        } catch (DependencyException e) {
            return true;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
