package dev.albumen.rest.selection;

import dev.albumen.application.selection.AnswerDelivery;
import dev.albumen.application.selection.ChangeChoice;
import dev.albumen.application.selection.ChooseImage;
import dev.albumen.application.selection.DropImage;
import dev.albumen.application.selection.StartSelection;
import dev.albumen.application.selection.SubmitSelection;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.selection.Mark;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.share.page.SelectionPages;
import dev.albumen.rest.shared.ClientAddress;
import dev.albumen.rest.shared.Labels;
import dev.albumen.rest.shared.PageForm;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Choosing without a script: each form leads back to a page. */
@Controller("/s/{token}/selection")
@Hidden
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("*/*")
final class SelectionPageController {

    private final SelectionVisits visits;
    private final StartSelection start;
    private final ChooseImage choose;
    private final ChangeChoice change;
    private final DropImage drop;
    private final SubmitSelection submit;
    private final AnswerDelivery answer;

    SelectionPageController(
            SelectionVisits visits, StartSelection start, ChooseImage choose, ChangeChoice change, DropImage drop,
            SubmitSelection submit, AnswerDelivery answer) {
        this.visits = visits;
        this.start = start;
        this.choose = choose;
        this.change = change;
        this.drop = drop;
        this.submit = submit;
        this.answer = answer;
    }

    @Get
    @Consumes(MediaType.ALL)
    HttpResponse<?> show(HttpRequest<?> request, Viewer viewer, @PathVariable String token) {
        return visits.during(request, viewer, token, visit -> visit.page(200, SelectionPages.Typed.NOTHING, null));
    }

    @Post
    HttpResponse<?> begin(
            HttpRequest<?> request, Viewer viewer, ClientAddress address, @PathVariable String token, @Nullable @Body InputStream body) {
        return visits.during(request, viewer, token, visit -> {
            PageForm form = PageForm.read(body);
            var said = new SelectionPages.Typed(text(form, "name"), text(form, "email"), text(form, "phone"), text(form, "note"));
            return visit.startingOver(said, typed -> {
                var started = start.handle(viewer, new StartSelection.Command(
                        visit.knock(), typed.name(), typed.email(), typed.phone(), typed.note(), address.value()));
                return ResumeCookie.added(SelectionPages.onward("/s/" + token), request, token, started.token());
            });
        });
    }

    /**
     * Of the form, {@code act} is choose, say or drop, {@code from} is what the leaf begins with to which it goes back, and
     * {@code album} is that of a project on whose page it is, and {@code page} is {@code image} where it goes back to the image's own page.
     */
    @Post("/images/{id}")
    HttpResponse<?> choose(
            HttpRequest<?> request, Viewer viewer, @PathVariable String token, @PathVariable String id, @Nullable @Body InputStream body) {
        return visits.during(request, viewer, token, visit -> {
            PageForm form = PageForm.read(body);
            UUID uuid = SelectionPages.image(id);
            if (uuid == null) {
                throw Refusal.notFound();
            }
            ImageId image = new ImageId(uuid);
            switch (text(form, "act")) {
                case "choose" -> choose.handle(viewer, new ChooseImage.Command(visit.knock(), image, null, Mark.NONE));
                case "drop" -> drop.handle(viewer, new DropImage.Command(visit.knock(), image));
                case "say" -> change.handle(viewer, new ChangeChoice.Command(visit.knock(), image,
                        form.text("comment") == null ? Change.keep() : said(text(form, "comment")), said(stars(form.text("stars"))),
                        said(Labels.read(Mark.Color.class, "color", blankToNull(form.text("color"))))));
                default -> throw Refusal.invalid("act", "unknown", "This is choose, say or drop.");
            }
            UUID leaf = SelectionPages.image(blankToNull(form.text("from")));
            String page = SelectionPages.place(token, blankToNull(form.text("album")));
            return SelectionPages.onward(Objects.equals(form.text("page"), "image")
                    ? page + "/i/" + image + "#choice"
                    : page + (leaf == null ? "" : "?from=" + leaf) + "#i-" + image);
        });
    }

    @Post("/submit")
    HttpResponse<?> submit(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @Nullable @Body InputStream body) {
        return visits.during(request, viewer, token, visit -> {
            PageForm form = PageForm.read(body);
            submit.handle(viewer, new SubmitSelection.Command(visit.knock(), form.text("note") == null ? null : text(form, "note")));
            return SelectionPages.onward("/s/" + token + "/selection");
        });
    }

    /** Of the form, {@code act} is accept or continue. */
    @Post("/answer")
    HttpResponse<?> answer(HttpRequest<?> request, Viewer viewer, @PathVariable String token, @Nullable @Body InputStream body) {
        return visits.during(request, viewer, token, visit -> {
            boolean accepted = text(PageForm.read(body), "act").equals("accept");
            answer.handle(viewer, new AnswerDelivery.Command(
                    visit.knock(), accepted ? AnswerDelivery.Answer.ACCEPT : AnswerDelivery.Answer.GO_ON));
            return SelectionPages.onward("/s/" + token + (accepted ? "/selection" : ""));
        });
    }

    /** Browsers end lines with two characters. */
    private static String text(PageForm form, String field) {
        String typed = form.text(field);
        return typed == null ? "" : typed.replace("\r\n", "\n");
    }

    private static @Nullable String blankToNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }

    private static <T> Change<T> said(@Nullable T value) {
        return value == null ? Change.clear() : Change.to(value);
    }

    private static @Nullable Integer stars(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : Integer.valueOf(typed);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("stars", "malformed", "Stars are a number from 1 to 5.");
        }
    }
}
