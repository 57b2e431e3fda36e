package dev.albumen.rest.shared;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The proxies whose word counts about whence a request comes: {@code albumen.trusted-proxies}. By default none. */
@Singleton
public final class TrustedProxies {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<Network> networks;

    public TrustedProxies(@Value("${albumen.trusted-proxies:}") String proxies) {
        this.networks = Arrays.stream(proxies.split(",")).map(String::strip).filter(one -> !one.isEmpty()).map(Network::of).toList();
    }

    /**
     * The first address, counted from our own side, that is not a trusted proxy's. What stands before it in the header
     * may be anybody's invention.
     */
    public ClientAddress clientOf(HttpRequest<?> request) {
        InetAddress client = request.getRemoteAddress().getAddress();
        List<String> hops = request.getHeaders().getAll(FORWARDED_FOR).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        for (String hop : hops.reversed()) {
            Optional<InetAddress> before = Addresses.parse(hop);
            if (!trusted(client) || before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return ClientAddress.of(client);
    }

    private boolean trusted(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /** @param bits how many of the address all members share */
    private record Network(byte[] address, int bits) {

        static Network of(String text) {
            String[] parts = text.split("/", 2);
            byte[] address = Addresses.parse(parts[0]).orElseThrow(() -> wrong(text)).getAddress();
            int most = address.length * Byte.SIZE;
            if (parts.length == 1) {
                return new Network(address, most);
            }
            if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > most) {
                throw wrong(text);
            }
            return new Network(address, Integer.parseInt(parts[1]));
        }

        boolean holds(InetAddress other) {
            byte[] bytes = other.getAddress();
            if (bytes.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if ((bytes[bit / Byte.SIZE] & mask) != (address[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static IllegalArgumentException wrong(String text) {
            return new IllegalArgumentException("albumen.trusted-proxies: not an address or network: " + text);
        }
    }
}
