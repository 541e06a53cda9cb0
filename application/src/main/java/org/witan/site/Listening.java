package org.witan.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// Who can reach the server as it is set up, and how.
///
/// @param address what it listens on; empty means every address of the machine
/// @param encrypted whether it speaks TLS itself
/// @param behindProxy whether a proxy that the partnership runs speaks TLS for it
/// @param believesHeaders whether it was told, other than by `behindProxy`, to believe what a proxy says of a request
/// @param demo whether accounts exist whose passwords everybody may read
/// @param publicAddress as it was written in the settings
record Listening(
        String address,
        boolean encrypted,
        boolean behindProxy,
        boolean believesHeaders,
        boolean demo,
        @Nullable String publicAddress) {

    static Listening as(Environment settings) {
        boolean tls = Stream.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate")
                .anyMatch(key -> !settings.getProperty(key, "").isBlank());
        String publicAddress = settings.getProperty("witan.address", "");
        return new Listening(
                settings.getProperty("server.address", ""),
                tls && settings.getProperty("server.ssl.enabled", Boolean.class, true),
                settings.getProperty("witan.behind-proxy", Boolean.class, false),
                !settings.getProperty("server.forward-headers-strategy", "none")
                        .toLowerCase(Locale.ROOT)
                        .equals("none"),
                settings.getProperty("witan.demo", Boolean.class, false),
                publicAddress.isBlank() ? null : publicAddress);
    }

    /// Why it must not start like this, and what to set; absent when it may.
    Optional<String> refusal() {
        return Stream.of(demoInSight(), nothingEncrypts(), anyoneBelieved(), withoutAName(), notAName())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> demoInSight() {
        return when(
                demo && isReachable(),
                "witan.demo=true makes accounts whose passwords everybody may read, so nobody else may reach the "
                        + "server. Set server.address=127.0.0.1 and no witan.behind-proxy, or no witan.demo.");
    }

    private Optional<String> nothingEncrypts() {
        return when(
                !isLoopback(address) && !encrypted,
                "server.address is '" + address + "', which other machines may reach, and nothing encrypts what they "
                        + "read. Set server.ssl.bundle, also when a proxy on another machine encrypts before it, and "
                        + "witan.address; or set server.address=127.0.0.1, with witan.behind-proxy=true when a proxy "
                        + "on this machine encrypts.");
    }

    private Optional<String> anyoneBelieved() {
        return when(
                believesHeaders && !behindProxy,
                "server.forward-headers-strategy believes whoever sends such headers. Set witan.behind-proxy=true in "
                        + "its place, when a proxy of yours is the only one who can.");
    }

    private Optional<String> withoutAName() {
        return when(
                isReachable() && publicAddress == null,
                "Others reach this server under a name it does not know. Set witan.address to the public address of "
                        + "the site, as in witan.address=https://marac.example.org.");
    }

    private Optional<String> notAName() {
        return when(
                publicAddress != null && site().isEmpty(),
                "witan.address is not the address of a site. It begins with https:// and has no path, as in "
                        + "witan.address=https://marac.example.org.");
    }

    private static Optional<String> when(boolean so, String line) {
        return so ? Optional.of(line) : Optional.empty();
    }

    /// The public address of the site; absent when there is none.
    Optional<SiteAddress> site() {
        return Optional.ofNullable(publicAddress).flatMap(SiteAddress::of);
    }

    boolean onThisMachineOnly() {
        return isLoopback(address);
    }

    private boolean isReachable() {
        return !isLoopback(address) || behindProxy;
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
