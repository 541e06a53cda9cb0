package org.witan.site.api;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// Tells a network that may be written down, such as `192.0.2.0/24` or `2001:db8::/48`, from one that may not.
final class Network {
    private static final Pattern PARTS = Pattern.compile("([0-9A-Fa-f.:]{2,45})/([0-9]{1,3})");

    private Network() {}

    /// An address with the length of its prefix, whose other bits are nought. No name is looked up.
    static boolean isOne(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return false;
        }
        try {
            byte[] address = InetAddress.ofLiteral(parts.group(1)).getAddress();
            int host = address.length * 8 - Integer.parseInt(parts.group(2));
            var bits = new BigInteger(1, address);
            return host >= 0 && (bits.signum() == 0 || bits.getLowestSetBit() >= host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
