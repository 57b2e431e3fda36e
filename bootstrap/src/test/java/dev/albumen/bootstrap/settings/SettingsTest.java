package dev.albumen.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void needsNothing() {
        Settings settings = Settings.read(Map.of("PATH", "/bin"), Map.of("java.home", "/jdk"));

        assertThat(settings.get(KnownSettings.HOME)).isEqualTo("~/.albumen");
        assertThat(settings.find(KnownSettings.DATABASE_URL)).isEmpty();
    }

    @Test
    void takesTheEnvironmentAndLetsAPropertyWin() {
        Settings settings = Settings.read(
                Map.of("ALBUMEN_PORT", "1000", "ALBUMEN_LOG_FORMAT", "json"), Map.of("albumen.port", "2000"));

        assertThat(settings.get(KnownSettings.PORT)).isEqualTo("2000");
        assertThat(settings.get(KnownSettings.LOG_FORMAT)).isEqualTo("json");
    }

    @Test
    void takesAnEmptyValueForNone() {
        assertThat(Settings.read(Map.of("ALBUMEN_STORAGE", ""), Map.of()).get(KnownSettings.STORAGE)).isEqualTo("disk");
    }

    @Test
    void leavesTheLaunchersVariableAlone() {
        assertThat(Settings.read(Map.of("ALBUMEN_JAVA_OPTS", "-Xmx1g"), Map.of()).values())
                .isEqualTo(Settings.read(Map.of(), Map.of()).values());
    }

    @ParameterizedTest
    @CsvSource({
        "ALBUMEN_PROT, ALBUMEN_PORT",
        "ALBUMEN_DATABASE_URI, ALBUMEN_DATABASE_URL",
        "ALBUMEN_REGISTRATIONS, ALBUMEN_REGISTRATION",
    })
    void refusesAnUnknownNameAndTellsTheNearest(String typed, String meant) {
        assertThatThrownBy(() -> Settings.read(Map.of(typed, "1"), Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessage(typed + ": there is no such setting; did you mean " + meant + "?");
    }

    @Test
    void refusesAnUnknownProperty() {
        assertThatThrownBy(() -> Settings.read(Map.of(), Map.of("albumen.public.url", "x")))
                .hasMessageContaining("albumen.public.url: ")
                .hasMessageContaining("albumen.public-url?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALBUMEN_STORAGE|tape|disk, s3",
                "ALBUMEN_IMAGING|gimp|auto, vips, imgscalr",
                "ALBUMEN_REGISTRATION|maybe|open, invite, closed",
                "ALBUMEN_LOG_FORMAT|xml|text, json",
                "ALBUMEN_PORT|65536|a number from 0 to 65535",
                "ALBUMEN_PORT|-1|a number from 0 to 65535",
                "ALBUMEN_PORT|http|a number from 0 to 65535",
                "ALBUMEN_IMAGING_MAX_MEGAPIXELS|0|a number from 1 to 1000",
                "ALBUMEN_IMAGING_MAX_MEGAPIXELS|200 MP|a number from 1 to 1000",
                "ALBUMEN_IMAGING_MAX_MOVING_MEGAPIXELS|10001|a number from 1 to 10000",
                "ALBUMEN_IMAGING_MAX_MOVING_EDGE|255|a number from 256 to 65535",
                "ALBUMEN_DATABASE_URL|mysql://x|an address that starts with jdbc:postgresql:",
                "ALBUMEN_PUBLIC_URL|photos.example.org|an http or https address without a path",
                "ALBUMEN_PUBLIC_URL|https://photos.example.org/albums|an http or https address without a path",
                "ALBUMEN_OIDC_X_ISSUER|http://id.example.org|an https address",
                "ALBUMEN_OIDC_X_ROLES|staff=superadmin|one of user, moderator, admin",
                "ALBUMEN_OIDC_X_ROLES|staff|value=role",
                "ALBUMEN_OIDC_X_GROUPS|staff=family|value=id of a group",
                "ALBUMEN_OIDC_X_SCOPES|email,profile|openid among them",
                "ALBUMEN_OIDC_X_KIND|saml|oidc, cognito",
                "ALBUMEN_PASSWORDS|maybe|on, superadmins, off",
                "ALBUMEN_CORS_ORIGINS|https://a.example, nothing|parted by commas",
            })
    void refusesAValueThatDoesNotFitAndTellsWhatDoes(String name, String value, String allowed) {
        assertThatThrownBy(() -> Settings.read(Map.of(name, value), Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(name + ": \"" + value + "\"")
                .hasMessageContaining(allowed);
    }

    @Test
    void takesSettingsOfSeveralNames() {
        Settings settings = Settings.read(
                Map.of("ALBUMEN_OIDC_GOOGLE_ISSUER", "https://accounts.google.com", "ALBUMEN_OIDC_GOOGLE_CLIENT_ID", "a",
                        "ALBUMEN_OIDC_CLIENT_CLIENT_ID", "b", "ALBUMEN_OIDC_CLIENT_ISSUER", "https://id.example.org"),
                Map.of("albumen.oidc.google.title", "Google"));

        assertThat(settings.names(KnownSettings.OIDC)).containsExactly("client", "google");
        assertThat(settings.get(KnownSettings.OIDC_TITLE.named("google"))).isEqualTo("Google");
        assertThat(settings.get(KnownSettings.OIDC_CLIENT_ID.named("client"))).isEqualTo("b");
        assertThat(settings.get(KnownSettings.OIDC_KIND.named("client"))).isEqualTo("oidc");
        assertThat(settings.values()).doesNotContainKey("albumen.oidc.google.issuer");
    }

    @ParameterizedTest
    @CsvSource({
        "ALBUMEN_OIDC_ISSUER", "ALBUMEN_OIDC__ISSUER", "ALBUMEN_OIDC_A_B_ISSUER", "ALBUMEN_OIDC_google_ISSUER", "ALBUMEN_OIDC_GOOGLE_ISUER",
        "ALBUMEN_OIDC_GOOGLE_"
    })
    void refusesNamesThatAreNone(String name) {
        assertThatThrownBy(() -> Settings.read(Map.of(name, "https://id.example.org"), Map.of()))
                .hasMessageStartingWith(name + ": there is no such setting");
    }

    @Test
    void refusesAProviderThatIsNotWholeAndAnInstanceThatNobodyCouldEnter() {
        assertThatThrownBy(() -> Settings.read(Map.of("ALBUMEN_OIDC_X_ISSUER", "https://id.example.org"), Map.of()))
                .hasMessageStartingWith("ALBUMEN_OIDC_X_CLIENT_ID: ");
        assertThatThrownBy(() -> Settings.read(Map.of("ALBUMEN_OIDC_X_TITLE", "X"), Map.of())).hasMessageStartingWith("ALBUMEN_OIDC_X_ISSUER: ");
        assertThatThrownBy(() -> Settings.read(Map.of("ALBUMEN_PASSWORDS", "off"), Map.of())).hasMessageStartingWith("ALBUMEN_PASSWORDS: ");
    }

    @ParameterizedTest
    @CsvSource({"ALBUMEN_ADMIN_PASSWORD, tooshort", "ALBUMEN_SECRET_KEY, bm90IDMyIGJ5dGVz"})
    void neverRepeatsASecret(String name, String value) {
        assertThatThrownBy(() -> Settings.read(Map.of(name, value), Map.of()))
                .hasMessageStartingWith(name)
                .hasMessageNotContaining(value);
        assertThat(Settings.read(Map.of("ALBUMEN_DATABASE_PASSWORD", "hush"), Map.of()).toString())
                .doesNotContain("hush");
    }
}
