package dev.albumen.rest.share.page;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.rest.shared.ByteAnswers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** The pages' style sheet and icon. */
@Controller("/assets")
@Hidden
@Produces("*/*")
final class AssetsController {

    private final Assets assets;
    private final ByteAnswers answers;

    AssetsController(Assets assets, ByteAnswers answers) {
        this.assets = assets;
        this.answers = answers;
    }

    @Get("/{name}")
    HttpResponse<?> asset(HttpRequest<?> request, @PathVariable String name) {
        return answers.of(request, assets.named(name).orElseThrow(Refusal::notFound));
    }
}
