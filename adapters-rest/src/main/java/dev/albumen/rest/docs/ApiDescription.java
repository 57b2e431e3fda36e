package dev.albumen.rest.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;

/** What the OpenAPI document says about the whole. */
@OpenAPIDefinition(
        info = @Info(
                title = "Albumen",
                version = "1",
                description = """
                        A self-hosted service for photo albums.

                        Errors are `application/problem+json` (RFC 9457) with a stable `code`. Lists are paged by `cursor`; answers
                        hold `nextCursor` and a `Link` to the next page. Single resources have a strong `ETag`: send it as
                        `If-None-Match` to read again and as `If-Match` to change what you have read. PATCH takes JSON merge patches
                        (RFC 7396). Unknown fields are refused. Every POST that creates takes an `Idempotency-Key`: repeated with the
                        same body, it answers as the first time and changes nothing again.""",
                license = @License(name = "Apache-2.0")),
        servers = @Server(url = "/"),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT",
        description = "The access token from `POST /api/v1/auth/login`")
final class ApiDescription {

    private ApiDescription() {}
}
