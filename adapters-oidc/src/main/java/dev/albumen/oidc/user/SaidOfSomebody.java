package dev.albumen.oidc.user;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.albumen.application.user.ProvenIdentity;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.ExternalId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the claims of a token that was found good say of its subject. */
record SaidOfSomebody(OidcProvider provider, JWTClaimsSet claims) {

    private static final int MOST_VALUES = 500;

    ProvenIdentity identity() {
        return new ProvenIdentity(provider.name(), new ExternalId(provider.issuer(), claims.getSubject()), email(),
                text("preferred_username"), text("name"), values(provider.roleClaim()), values(provider.groupClaim()),
                claims.getExpirationTime().toInstant());
    }

    /** An address that nobody verified may be anybody's. Some say so in a text. */
    private @Nullable EmailAddress email() {
        Object verified = claims.getClaim("email_verified");
        String said = text("email");
        boolean proven = said != null && (Boolean.TRUE.equals(verified) || "true".equals(verified));
        return proven && EmailAddress.violations("/email", said).isEmpty() ? EmailAddress.of(said) : null;
    }

    private @Nullable String text(String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }

    /** The name as a whole first: some providers' names have dots. */
    private Set<String> values(String name) {
        Object whole = claims.getClaim(name);
        Object found = whole == null ? nested(name) : whole;
        Stream<?> all = found instanceof Iterable<?> several ? stream(several) : Stream.ofNullable(found);
        return all.filter(String.class::isInstance).map(String.class::cast).limit(MOST_VALUES)
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private @Nullable Object nested(String path) {
        Object within = claims.getClaims();
        for (String name : path.split("\\.")) {
            within = within instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return within;
    }

    private static Stream<?> stream(Iterable<?> several) {
        return StreamSupport.stream(several.spliterator(), false);
    }
}
