package dev.albumen.rest.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Whence a request comes, in the form in which tries are counted. Controllers declare it as an argument.
 *
 * @param value an IPv4 address, or the /64 network of an IPv6 one, because that is what one customer gets
 */
public record ClientAddress(String value) {

    private static final int NETWORK_BYTES = 8;

    static ClientAddress of(InetAddress address) {
        if (address instanceof Inet6Address six) {
            byte[] network = Arrays.copyOf(Arrays.copyOf(six.getAddress(), NETWORK_BYTES), six.getAddress().length);
            return new ClientAddress(Addresses.of(network).getHostAddress() + "/64");
        }
        return new ClientAddress(address.getHostAddress());
    }
}
