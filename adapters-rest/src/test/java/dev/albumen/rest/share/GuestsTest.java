package dev.albumen.rest.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.rest.shared.TrustedProxies;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class GuestsTest {

    private final Guests guests = new Guests(new TrustedProxies("10.0.0.0/8"));

    @Test
    void tellsThoseApartWhoComeThroughATrustedProxy() {
        assertThat(guests.of(request("10.0.0.1", "198.51.100.7")).address()).isEqualTo("198.51.100.7");
        assertThat(guests.of(request("10.0.0.1", "203.0.113.9")).address()).isEqualTo("203.0.113.9");
        assertThat(guests.of(request("192.0.2.1", "203.0.113.9")).address()).as("anybody's invention").isEqualTo("192.0.2.1");
    }

    @Test
    void countsACustomersNetworkOfIpv6AsOne() {
        assertThat(guests.of(request("2001:db8:1:2::1", ""))).isEqualTo(guests.of(request("2001:db8:1:2:ffff::9", "")));
    }

    private static MutableHttpRequest<?> request(String socket, String forwardedFor) {
        return new SimpleHttpRequest<>(HttpMethod.GET, "/", null) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                return new InetSocketAddress(socket, 4000);
            }
        }.header("X-Forwarded-For", forwardedFor);
    }
}
