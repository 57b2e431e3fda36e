package dev.albumen.oidc.user;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.albumen.application.shared.DependencyException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider is asked for what, as it says itself (OpenID Connect Discovery 1.0).
 *
 * @param saysIssuer whether its answers name it (RFC 9207)
 * @param takesBasic whether a client's secret goes into a header
 */
record Endpoints(URI authorization, URI token, URI keys, boolean saysIssuer, boolean takesBasic) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws DependencyException where the document is not this issuer's, or names addresses that are not safe */
    static Endpoints parse(String document, String issuer) {
        try {
            // The library gives null for a null that is spelt out.
            @Nullable Map<String, Object> said = JSONObjectUtils.parse(document);
            if (said == null || !issuer.equals(JSONObjectUtils.getString(said, "issuer"))) {
                throw new DependencyException("what is found at " + issuer + " describes another issuer");
            }
            @Nullable List<String> methods = JSONObjectUtils.getStringList(said, "token_endpoint_auth_methods_supported");
            return new Endpoints(safe(said, "authorization_endpoint", issuer), safe(said, "token_endpoint", issuer), safe(said, "jwks_uri", issuer),
                    Boolean.TRUE.equals(said.get("authorization_response_iss_parameter_supported")),
                    methods == null || methods.contains("client_secret_basic"));
        } catch (ParseException | IllegalArgumentException e) {
            throw new DependencyException(issuer + " describes itself in a way that cannot be read", e);
        }
    }

    private static URI safe(Map<String, Object> said, String name, String issuer) throws ParseException {
        @Nullable String address = JSONObjectUtils.getString(said, name);
        if (address == null || !isSafe(URI.create(address), issuer.startsWith("http:"))) {
            throw new DependencyException(issuer + " names no safe " + name);
        }
        return URI.create(address);
    }

    /** @param nearby whether this very machine is safe without encryption */
    static boolean isSafe(URI uri, boolean nearby) {
        boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        boolean encrypted = "https".equals(uri.getScheme());
        return plain && (encrypted || nearby && "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    }
}
