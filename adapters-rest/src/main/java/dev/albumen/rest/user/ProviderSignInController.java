package dev.albumen.rest.user;

import dev.albumen.application.user.BeginSignIn;
import dev.albumen.application.user.FinishSignIn;
import dev.albumen.application.user.ListProviders;
import dev.albumen.application.user.ProviderAnswer;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.ClientAddress;
import dev.albumen.rest.shared.JsonAnswers;
import dev.albumen.rest.shared.MalformedRequestException;
import dev.albumen.rest.shared.OwnAddress;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where people come in by a provider of identities (OpenID Connect, authorization code with PKCE). */
@Controller("/api/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Identity")
final class ProviderSignInController {

    private final ListProviders listProviders;
    private final BeginSignIn beginSignIn;
    private final FinishSignIn finishSignIn;
    private final SignedInAnswers tokens;
    private final SignedInPage page;
    private final OwnAddress own;
    private final JsonAnswers answers;

    ProviderSignInController(
            ListProviders listProviders, BeginSignIn beginSignIn, FinishSignIn finishSignIn, SignedInAnswers tokens, SignedInPage page,
            OwnAddress own, JsonAnswers answers) {
        this.listProviders = listProviders;
        this.beginSignIn = beginSignIn;
        this.finishSignIn = finishSignIn;
        this.tokens = tokens;
        this.page = page;
        this.own = own;
        this.answers = answers;
    }

    @Get("/providers")
    @Operation(summary = "List how one can sign in", description = "The providers of this instance, and who signs in by a password too.")
    @ApiResponse(responseCode = "200", description = "Providers",
            content = @Content(schema = @Schema(implementation = ProviderBodies.Listing.class)))
    HttpResponse<?> list(HttpRequest<?> request, Viewer viewer) {
        return answers.revalidated(request, ProviderBodies.Listing.of(listProviders.handle(viewer)));
    }

    @Get("/oidc/{provider}/start")
    @Operation(summary = "Begin a sign-in by a provider", description = """
            Sends a browser to the provider, with a cookie that brings it back. Whoever is signed in adds the identity to their account \
            instead; as a browser that follows a redirect shows no token, they are told the address.""")
    @ApiResponse(responseCode = "302", description = "To the provider")
    @ApiResponse(responseCode = "200", description = "The address, for whoever is signed in",
            content = @Content(schema = @Schema(implementation = ProviderBodies.Begun.class)))
    HttpResponse<?> start(HttpRequest<?> request, Viewer viewer, @PathVariable String provider) {
        var begun = beginSignIn.handle(viewer, new BeginSignIn.Command(provider, callback(request, provider)));
        MutableHttpResponse<?> answer = viewer.user().isPresent()
                ? answers.fresh(200, new ProviderBodies.Begun(begun.address().toString()))
                : HttpResponse.status(HttpStatus.FOUND).header(HttpHeaders.LOCATION, begun.address().toString())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer.cookie(cookie(request).holding(begun.sealed()));
    }

    @Get("/oidc/{provider}/callback{?code,state,iss,error}")
    @Produces("*/*")
    @Operation(summary = "Finish a sign-in by a provider", description = """
            Where the provider sends the browser back to, once. Programs get tokens; who asks for a page (`Accept: text/html`) gets one \
            that hands them to the page of this service that opened the window, as a message `{type: "albumen-signed-in", tokens}`.""")
    @ApiResponse(responseCode = "200", description = "Tokens", content = @Content(mediaType = "application/json",
            schema = @Schema(implementation = AuthBodies.Tokens.class)))
    HttpResponse<?> callback(
            HttpRequest<?> request, Viewer viewer, ClientAddress address, @Header(HttpHeaders.USER_AGENT) @Nullable String client,
            @PathVariable String provider, @QueryValue @Nullable String code, @QueryValue @Nullable String state,
            @QueryValue @Nullable String iss, @QueryValue @Nullable String error) {
        AttemptCookie cookie = cookie(request);
        // What comes twice, or with an error, is no answer that a provider gave to us.
        boolean clear = error == null && List.of("code", "state", "iss").stream().allMatch(name -> request.getParameters().getAll(name).size() <= 1);
        var signedIn = finishSignIn.handle(viewer, new FinishSignIn.Command(
                provider, state, new ProviderAnswer(clear ? code : null, iss), cookie.of(request), address.value(), client));
        MutableHttpResponse<?> answer = SignedInPage.isFor(request) ? page.with(tokens.of(signedIn)) : tokens.answer(signedIn);
        return answer.cookie(cookie.gone());
    }

    private URI callback(HttpRequest<?> request, String provider) {
        try {
            return new URI(own.of(request)).resolve("/api/v1/auth/oidc/" + provider + "/callback");
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Without a public address it is what the client says it asked.
            throw new MalformedRequestException("malformed-host", "The host that was asked cannot be one, or the provider's name.");
        }
    }

    private AttemptCookie cookie(HttpRequest<?> request) {
        return new AttemptCookie(own.of(request).startsWith("https:"));
    }
}
