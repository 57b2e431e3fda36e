package dev.albumen.bootstrap.journey;

import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody who looks at pages and sends their forms, with the cookies that a browser would send to them. */
final class PageVisitor {

    private final Client client;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    PageVisitor(Client anyone) {
        this.client = anyone.with("Accept", "text/html,*/*;q=0.8");
    }

    Answer get(String path) {
        return kept(with().get(path));
    }

    /** @param fields names and values in turn */
    Answer submit(String path, String... fields) {
        List<String> form = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return kept(with().with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(String.join("&", form))));
    }

    /** Sends a form, and follows to where it leads. */
    Answer follow(String path, String... fields) {
        return get(submit(path, fields).expect(303).header("Location").replaceFirst("#.*", ""));
    }

    private Client with() {
        return cookies.isEmpty() ? client : client.with("Cookie", String.join("; ", cookies.values()));
    }

    private Answer kept(Answer answer) {
        answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.contains("Path=/s/"))
                .forEach(cookie -> cookies.put(cookie.split("=")[0], cookie.split(";")[0]));
        return answer;
    }
}
