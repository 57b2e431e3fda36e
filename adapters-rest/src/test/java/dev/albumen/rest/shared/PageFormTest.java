package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageFormTest {

    @Test
    void readsFieldsAsBrowsersSendThem() {
        PageForm form = read("name=Ada+L.&note=a%26b%0D%0A%C3%A4;&empty=&name=second");

        assertThat(form.text("name")).isEqualTo("Ada L.");
        assertThat(form.text("note")).isEqualTo("a&b\r\nä;");
        assertThat(form.text("empty")).isEmpty();
        assertThat(form.text("none")).isNull();
        assertThat(PageForm.read(null).text("name")).isNull();
    }

    @Test
    void refusesWhatIsNoFormAndWhatIsTooLarge() {
        assertThatThrownBy(() -> read("name=%zz")).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Invalid.class));
        assertThatThrownBy(() -> read("note=" + "x".repeat(64 * 1024))).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.TooLarge.class));
    }

    private static PageForm read(String sent) {
        return PageForm.read(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)));
    }
}
