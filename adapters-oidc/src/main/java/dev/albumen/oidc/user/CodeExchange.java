package dev.albumen.oidc.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.user.SignInAttempt;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trades a code for an identity token, by showing the secret of the client and that of the attempt (RFC 6749, RFC 7636). */
final class CodeExchange {

    private static final Logger LOG = LoggerFactory.getLogger(CodeExchange.class);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final OidcProvider provider;
    private final ProviderHttp http;

    CodeExchange(OidcProvider provider, ProviderHttp http) {
        this.provider = provider;
        this.http = http;
    }

    /**
     * Empty where the provider does not take the code.
     *
     * @throws DependencyException where it does not answer, or does not know this instance
     */
    Optional<String> identityToken(Endpoints endpoints, SignInAttempt attempt, String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", attempt.answerTo().toString());
        form.put("code_verifier", attempt.verifier());
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoints.token()).header("Content-Type", "application/x-www-form-urlencoded");
        @Nullable String secret = provider.clientSecret();
        if (secret != null && endpoints.takesBasic()) {
            String both = encoded(provider.clientId()) + ":" + encoded(secret);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
        } else {
            form.put("client_id", provider.clientId());
            if (secret != null) {
                form.put("client_secret", secret);
            }
        }
        return read(http.send(request.POST(BodyPublishers.ofString(encoded(form)))));
    }

    private Optional<String> read(ProviderHttp.Answer answer) {
        try {
            return switch (answer.status()) {
                case OK -> Optional.ofNullable(JSONObjectUtils.getString(object(answer.body()), "id_token"));
                case BAD_REQUEST, UNAUTHORIZED -> refused(object(answer.body()).get("error"));
                default -> throw new DependencyException(provider.issuer() + " answers with " + answer.status());
            };
        } catch (ParseException e) {
            throw new DependencyException(provider.issuer() + " answers with something that cannot be read", e);
        }
    }

    /** The library gives null for a null that is spelt out. */
    private static Map<String, Object> object(String json) throws ParseException {
        @Nullable Map<String, Object> read = JSONObjectUtils.parse(json);
        return read == null ? Map.of() : read;
    }

    private Optional<String> refused(@Nullable Object error) {
        if ("invalid_grant".equals(error) || "invalid_request".equals(error)) {
            return Optional.empty();
        }
        // Whatever else it is, people who sign in cannot help it; an operator can.
        String known = error instanceof String text && text.matches("[a-z_]{1,40}") ? text : "something unknown";
        LOG.warn("the provider {} refuses this instance: {}", provider.name(), known);
        throw new DependencyException(provider.issuer() + " refuses this instance");
    }

    /** A form, or the query of an address. */
    static String encoded(Map<String, String> form) {
        return form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
