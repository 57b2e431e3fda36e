package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                    | 10.0.0.1   | 198.51.100.7             | 10.0.0.1",
        "10.0.0.0/8          | 10.0.0.1   |                          | 10.0.0.1",
        "10.0.0.0/8          | 10.0.0.1   | 198.51.100.7             | 198.51.100.7",
        "10.0.0.0/8          | 10.0.0.1   | 203.0.113.9, 198.51.100.7 | 198.51.100.7",
        "10.0.0.0/8          | 10.0.0.1   | 203.0.113.9, 10.1.2.3    | 203.0.113.9",
        "10.0.0.0/8          | 192.0.2.1  | 203.0.113.9              | 192.0.2.1",
        "10.0.0.1            | 10.0.0.1   | evil.example, 203.0.113.9 | 203.0.113.9",
        "10.0.0.1            | 10.0.0.1   | localhost                | 10.0.0.1",
        "10.0.0.1,2001:db8::/32 | 2001:db8::5 | 2001:DB9:0:1:2:3:4:5 | 2001:db9:0:1:0:0:0:0/64",
        "10.0.0.8/29         | 10.0.0.16  | 203.0.113.9              | 10.0.0.16"
    })
    void believesOnlyTrustedProxies(String trusted, String socket, String header, String client) {
        var proxies = new TrustedProxies(trusted == null ? "" : trusted);

        assertThat(proxies.clientOf(request(socket, header)).value()).isEqualTo(client);
    }

    @Test
    void countsANetworkOfIpv6AsOneClient() {
        var proxies = new TrustedProxies("");

        assertThat(proxies.clientOf(request("2001:db8:1:2::1", null))).isEqualTo(proxies.clientOf(request("2001:db8:1:2:ffff::9", null)));
        assertThat(proxies.clientOf(request("2001:db8:1:2::1", null))).isNotEqualTo(proxies.clientOf(request("2001:db8:1:3::1", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "10.0.0"})
    void refusesToStartOnWhatIsNoNetwork(String setting) {
        assertThatThrownBy(() -> new TrustedProxies(setting)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("albumen.trusted-proxies");
    }

    private static HttpRequest<?> request(String socket, String forwardedFor) {
        InetAddress address = Addresses.parse(socket).orElseThrow();
        MutableHttpRequest<?> request = new SimpleHttpRequest<>(io.micronaut.http.HttpMethod.GET, "/", null) {
            @Override
            public InetSocketAddress getRemoteAddress() {
                return new InetSocketAddress(address, 4000);
            }
        };
        return forwardedFor == null ? request : request.header("X-Forwarded-For", forwardedFor);
    }
}
