package dev.albumen.rest.share.page;

import dev.albumen.application.share.OpenShare;
import dev.albumen.application.share.ShareViews;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.AlbumId;
import dev.albumen.rest.share.SharedImageUrls;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the pages on which visitors of a link begin, look at and hand in what they choose. */
@Singleton
public final class SelectionPages {

    private final SharePages pages;
    private final RefusalPages refusals;
    private final SharedImageUrls urls;

    SelectionPages(SharePages pages, RefusalPages refusals, SharedImageUrls urls) {
        this.pages = pages;
        this.refusals = refusals;
        this.urls = urls;
    }

    /** What was typed into the form that begins a selection. */
    public record Typed(String name, String email, String phone, String note) {

        public static final Typed NOTHING = new Typed("", "", "", "");

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    /** What the work answers, or the page that tells of what hindered it. */
    public HttpResponse<?> guarded(HttpRequest<?> request, String token, Supplier<HttpResponse<?>> work) {
        return refusals.guarded(request, "/s/" + token + "/unlock", work);
    }

    /**
     * Asks who wants to choose.
     *
     * @param troubles what was wrong with the values, by their names
     */
    public HttpResponse<?> start(
            int status, String token, OpenShare.Open open, SelectionConfig config, boolean over, Typed typed, Map<String, String> troubles) {
        String heading = heading(config.title());
        List<StartPage.Field> fields = List.of(
                field("name", "Name", "text", "name", 127, config.requireName(), typed.name(), troubles),
                field("email", "E-mail", "email", "email", 254, config.requireEmail(), typed.email(), troubles),
                field("phone", "Phone", "tel", "tel", 40, config.requirePhone(), typed.phone(), troubles),
                field("note", "Note", "textarea", "off", 2000, config.requireNote(), typed.note(), troubles));
        StartPage page = new StartPage(head(heading, open), heading, "/s/" + token, Bar.conditions(config.limit(), config.deadline()),
                troubles.isEmpty() ? null : "Something is missing or not right.", "/s/" + token + "/selection", over ? null : fields);
        return answer(status, PageAnswers.written(output -> JtestartGenerated.render(output, null, page)));
    }

    private static StartPage.Field field(
            String name, String words, String type, String autocomplete, int most, boolean required, String value,
            Map<String, String> troubles) {
        return new StartPage.Field(name, words, type, autocomplete, most, required, value, troubles.get(name));
    }

    /**
     * What somebody has chosen.
     *
     * @param note what they say to the link's owner
     * @param trouble what was wrong before; {@code null} where nothing was
     */
    public HttpResponse<?> selection(
            int status, String token, OpenShare.Open open, Choosing.Choice choice, String note, boolean noteRequired, @Nullable String trouble) {
        String heading = heading(choice.title());
        Bar bar = Bar.of(choice, "");
        SelectionPage page = new SelectionPage(head(heading, open), heading, "/s/" + token,
                bar == null ? "" : bar.detail() == null ? bar.words() : bar.words() + ". " + bar.detail(), trouble,
                "/s/" + token + "/selection", choice.state(), chosen(token, open.share(), choice), note, noteRequired);
        return answer(status, PageAnswers.written(output -> JteselectionGenerated.render(output, null, page)));
    }

    private List<SelectionPage.Chosen> chosen(String token, ShareViews.Opened share, Choosing.Choice choice) {
        ShareLink link = share.facts().link();
        List<SelectionPage.Chosen> chosen = new ArrayList<>();
        choice.chosen().forEach((id, said) -> chosen.add(new SelectionPage.Chosen(
                "/s/" + token + "/i/" + id, urls.of(token, link, new ImageId(id)).thumbnail(), "Picture " + (chosen.size() + 1), marks(said))));
        return chosen;
    }

    private static @Nullable String marks(Choosing.Said said) {
        List<String> marks = new ArrayList<>();
        if (said.stars() != null) {
            marks.add("★".repeat(said.stars()));
        }
        if (said.color() != null) {
            marks.add(said.color());
        }
        if (said.comment() != null) {
            marks.add(said.comment());
        }
        return marks.isEmpty() ? null : String.join(" · ", marks);
    }

    /** To another page of the link. */
    public static MutableHttpResponse<?> onward(String address) {
        return HttpResponse.seeOther(URI.create(address)).header(HttpHeaders.CACHE_CONTROL, PageAnswers.KEPT_NOWHERE);
    }

    private Head head(String heading, OpenShare.Open open) {
        return pages.head(heading + " · " + Words.title(open.share()), null);
    }

    private static String heading(@Nullable String title) {
        return title == null ? "Choose your favourites" : title;
    }

    private static HttpResponse<?> answer(int status, byte[] page) {
        return PageAnswers.told(status, page);
    }

    /** Of the page of an album of a project, or of what the link is to where that is no album's name. */
    public static String place(String token, @Nullable String album) {
        UUID id = image(album);
        return new Place(token, id == null ? null : new AlbumId(id)).address();
    }

    /** The image whose page or leaf to go back to; {@code null} where it is no image's name. */
    public static @Nullable UUID image(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
