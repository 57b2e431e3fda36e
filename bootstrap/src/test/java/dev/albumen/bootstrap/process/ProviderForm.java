package dev.albumen.bootstrap.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The page of the tests' provider of identities on which people sign in, and their way back from there. */
public final class ProviderForm {

    private ProviderForm() {}

    /**
     * What a browser has when the provider sends it back.
     *
     * @param host where to, as {@code host:port}
     * @param back the path there and what the provider says
     * @param cookie the one that it began with
     */
    public record Way(String host, String back, String cookie) {

        /** Goes it, at any node. */
        public Answer at(Client node) {
            return node.with("Cookie", cookie).get(back);
        }
    }

    /** Begins by a redirect, as browsers do. */
    public static Way signIn(Answer begun, String subject, String group) {
        return signIn(URI.create(begun.expect(302).header("Location")), begun, subject, group);
    }

    /** @param address where the sign-in was sent, whoever told it */
    public static Way signIn(URI address, Answer begun, String subject, String group) {
        HttpRequest form = HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + subject + "&claims=" + URLEncoder.encode(claims(subject, group), StandardCharsets.UTF_8))).build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = browser.send(form, BodyHandlers.ofString());
            URI back = URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
            return new Way(back.getAuthority(), back.getRawPath() + "?" + back.getRawQuery(), begun.header("Set-Cookie").split(";")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the provider is to say of somebody, as JSON. */
    public static String claims(String subject, String group) {
        return "{\"email\": \"" + subject + "@example.org\", \"email_verified\": true, \"preferred_username\": \"" + subject
                + "\", \"groups\": [\"" + group + "\"]}";
    }
}
