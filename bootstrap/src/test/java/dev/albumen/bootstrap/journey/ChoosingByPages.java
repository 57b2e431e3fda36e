package dev.albumen.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.util.List;
import java.util.Map;

/** What a client does who has no script. */
record ChoosingByPages(Client anyone, Client owner, String share, String page, List<String> images) {

    private String choice(int image) {
        return page + "/selection/images/" + images.get(image);
    }

    /** From the first look to the owner's delivery. */
    void goesAllTheWay() {
        PageVisitor bob = new PageVisitor(anyone);
        assertThat(bob.get(page).expect(200).text()).contains("Your favourites", "up to 2 pictures", "Begin choosing")
                .doesNotContain("class=\"pick");
        Answer asked = bob.get(page + "/selection").expect(200);
        assertThat(asked.text()).contains("name=\"name\"", "required", "(optional)");
        assertThat(asked.header("Content-Security-Policy")).startsWith("default-src 'none';");
        assertThat(bob.submit(page + "/selection", "name", " ", "email", "<b>no address").expect(400).text())
                .contains("role=\"alert\"", "id=\"email-trouble\"", "&lt;b>no address").doesNotContain("<b>no");
        assertThat(bob.submit(page + "/selection", "email", "bob@clients.example").expect(422).text()).contains("id=\"name-trouble\"");

        assertThat(bob.follow(page + "/selection", "name", "Bob").expect(200).text()).contains("0 of 2 chosen", "Choose: Untitled picture");
        assertThat(bob.submit(choice(0), "act", "choose", "from", images.get(0)).expect(303).header("Location"))
                .isEqualTo(page + "?from=" + images.get(0) + "#i-" + images.get(0));
        assertThat(bob.submit(choice(1), "act", "choose", "page", "image", "from", "//elsewhere.example").expect(303).header("Location"))
                .isEqualTo(page + "/i/" + images.get(1) + "#choice");
        Answer full = bob.get(page).expect(200);
        assertThat(full.text()).contains("2 of 2 chosen", "Take one out").doesNotContain("value=\"choose\"");
        assertThat(full.header("Cache-Control")).isEqualTo("no-store");
        assertThat(bob.submit(choice(2), "act", "choose").expect(409).text()).contains("No more than 2 pictures", "2 of 2 chosen");

        assertThat(bob.follow(choice(1), "act", "say", "page", "image", "comment", "<i>For\r\nthe wall", "stars", "4", "color", "green")
                .expect(200).text()).contains("&lt;i&gt;For\nthe wall</textarea>", "<option value=\"4\" selected>", "<option value=\"green\" selected>");
        bob.submit(choice(1), "act", "say", "stars", "9").expect(400);
        bob.submit(choice(1), "act", "eat").expect(400);
        bob.submit(page + "/selection/images/" + share, "act", "choose").expect(404);
        assertThat(bob.follow(choice(0), "act", "drop").expect(200).text()).contains("1 of 2 chosen");
        assertThat(bob.get(page + "/selection").expect(200).text()).contains("1 of 2 chosen", "★★★★ · green · &lt;i&gt;For", "Yes, submit it");
        assertThat(bob.follow(page + "/selection/submit", "note", "Thank you").expect(200).text())
                .contains("You have submitted 1 picture").doesNotContain("Yes, submit it");
        assertThat(bob.submit(choice(2), "act", "choose").expect(409).text()).contains("This selection is submitted");
        assertThat(bob.get(page).expect(200).text()).contains("<span class=\"pick chosen\">").doesNotContain("<form");

        String selection = owner.get("shares/" + share + "/selections").expect(200).json().at("/items/0/id").asText();
        assertThat(owner.get("shares/" + share + "/selections/" + selection).expect(200).json().path("note").asText()).isEqualTo("Thank you");
        owner.post("shares/" + share + "/selections/" + selection + "/deliver", "{}").expect(200);
        assertThat(bob.get(page).expect(200).text()).contains("What you chose is delivered");
        assertThat(bob.follow(page + "/selection/answer", "act", "continue").expect(200).text()).contains("1 of 2 chosen", "value=\"choose\"");
    }

    /** Each browser sees its own, and nobody who has none sees any. */
    void isForItsBrowserAlone() {
        PageVisitor bob = new PageVisitor(anyone);
        PageVisitor cyd = new PageVisitor(anyone);
        bob.follow(page + "/selection", "name", "Bob").expect(200);
        cyd.follow(page + "/selection", "name", "Cyd").expect(200);
        bob.submit(choice(0), "act", "choose").expect(303);

        assertThat(bob.get(page).expect(200).text()).contains("1 of 2 chosen");
        assertThat(cyd.get(page).expect(200).text()).contains("0 of 2 chosen");
        PageVisitor stranger = new PageVisitor(anyone);
        assertThat(stranger.get(page).expect(200).text()).contains("Begin choosing");
        assertThat(stranger.submit(choice(0), "act", "choose").expect(303).header("Location")).isEqualTo(page + "/selection");

        owner.post("shares/" + share + "/selections/close", "{}").expect(200);
        assertThat(bob.get(page).expect(200).text()).contains("Your selection is closed");
        owner.patch("shares/" + share + "/selection-config", Map.of("enabled", false)).expect(200);
        assertThat(bob.get(page).expect(200).text()).doesNotContain("selection\"", "class=\"pick");
        bob.get(page + "/selection").expect(403);
        owner.patch("shares/" + share, Map.of("active", false)).expect(200);
        bob.get(page + "/selection").expect(404);
    }
}
