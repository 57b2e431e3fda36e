package dev.albumen.application.storage;

import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.shared.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells blobs that nothing needs: of contents that no image has, renditions of old recipes that no image of their content is
 * shown with, and logos that nobody has.
 */
public final class Orphans {

    private final BlobClaims claims;

    public Orphans(BlobClaims claims) {
        this.claims = claims;
    }

    /** @param blobs of one folder */
    public List<BlobStore.Stat> among(List<BlobStore.Stat> blobs) {
        Set<Sha256> contents = blobs.stream().flatMap(blob -> blob.key().content().stream()).collect(Collectors.toSet());
        Set<Sha256> claimed = contents.isEmpty() ? Set.of() : claimed(blobs.getFirst().key(), contents);
        Map<Sha256, Set<String>> shown = shown(blobs, claimed);
        return blobs.stream()
                .filter(blob -> blob.key().content().filter(content -> unclaimed(blob.key(), content, claimed, shown)).isPresent())
                .toList();
    }

    /** @param key of the kind that is asked about */
    private Set<Sha256> claimed(BlobKey key, Set<Sha256> contents) {
        return key.value().startsWith(BlobKey.LOGOS) ? claims.logos(contents) : claims.claimed(contents);
    }

    /** Asked of those alone that have renditions of old recipes, which is seldom any. */
    private Map<Sha256, Set<String>> shown(List<BlobStore.Stat> blobs, Set<Sha256> claimed) {
        Set<Sha256> replaced = blobs.stream().map(BlobStore.Stat::key).filter(Orphans::ofAnOldRecipe)
                .flatMap(key -> key.content().stream()).filter(claimed::contains).collect(Collectors.toSet());
        return replaced.isEmpty() ? Map.of() : claims.renditions(replaced);
    }

    private static boolean unclaimed(BlobKey key, Sha256 content, Set<Sha256> claimed, Map<Sha256, Set<String>> shown) {
        return !claimed.contains(content)
                || ofAnOldRecipe(key)
                        && !shown.getOrDefault(content, Set.of()).contains(Recipe.cleanName(key.fileName()));
    }

    private static boolean ofAnOldRecipe(BlobKey key) {
        Optional<Recipe> recipe = key.value().startsWith(BlobKey.RENDITIONS)
                ? Recipe.parse(Recipe.cleanName(key.fileName())) : Optional.empty();
        return recipe.filter(one -> one.version() < Recipe.CURRENT_VERSION).isPresent();
    }
}
