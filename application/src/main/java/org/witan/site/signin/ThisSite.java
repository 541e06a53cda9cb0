package org.witan.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.witan.access.signin.RelyingParty;
import org.witan.site.SiteAddress;

/// The site as browsers and providers know it. To passkeys it is its public name, or `localhost` as long as it has
/// none: a number such as 127.0.0.1 is no name that a passkey could be made for.
@Component
final class ThisSite {
    private static final String THIS_MACHINE = "localhost";
    private final Optional<SiteAddress> address;

    ThisSite(Environment settings) {
        this.address = SiteAddress.of(settings.getProperty("witan.address", ""));
    }

    /// The site under the name by which the reader came; absent when passkeys do not work under that name.
    Optional<RelyingParty> forPasskeys(HttpServletRequest request) {
        RelyingParty site = site(request);
        return request.getServerName().equalsIgnoreCase(site.name()) ? Optional.of(site) : Optional.empty();
    }

    /// Where passkeys work, for a reader who came by another name.
    String originForPasskeys(HttpServletRequest request) {
        return site(request).origin();
    }

    /// The origin under which the reader came: the public address, or a name of this machine for itself.
    String origin(HttpServletRequest request) {
        return address.map(SiteAddress::origin)
                .orElseGet(() -> request.getScheme() + "://" + request.getServerName() + ":" + request.getLocalPort());
    }

    /// The port is the one that the server listens on, never the one that a request says: a program on another port of
    /// this machine is another site.
    private RelyingParty site(HttpServletRequest request) {
        return address.map(known -> new RelyingParty(known.host(), known.origin()))
                .orElseGet(() -> new RelyingParty(
                        THIS_MACHINE, request.getScheme() + "://" + THIS_MACHINE + ":" + request.getLocalPort()));
    }
}
