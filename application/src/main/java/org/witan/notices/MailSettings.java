package org.witan.notices;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// By which mail server people are told. Nobody is while there is no host.
///
/// @param host name of the server
/// @param port 587 with STARTTLS; on 465 the whole connection is encrypted
/// @param from the address that the messages come from
/// @param username of the application's account there; absent: the server knows it by its address
/// @param passwordFile the file with the password of that account
@ConfigurationProperties("witan.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String from,
        @Nullable String username,
        @Nullable Path passwordFile) {
    private static final int WHOLLY_ENCRYPTED = 465;

    boolean isOn() {
        return host != null && !host.isBlank();
    }

    boolean isEncryptedFromTheStart() {
        return port == WHOLLY_ENCRYPTED;
    }

    /// Whether what is sent leaves the machine, and must be encrypted. A name that cannot be looked up now may be
    /// anywhere.
    boolean leavesTheMachine() {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return true;
        }
    }

    @Override
    public String toString() {
        return isOn() ? "mail by " + host + ":" + port : "no mail";
    }
}
