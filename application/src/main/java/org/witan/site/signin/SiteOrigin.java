package org.witan.site.signin;

import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.witan.site.SiteAddress;

/// How an address of this site begins where no request says it: in a link that is handed over.
@Component
final class SiteOrigin {
    private final Environment settings;

    SiteOrigin(Environment settings) {
        this.settings = settings;
    }

    /// The public address; this machine and the port that the server listens on while there is none.
    String now() {
        Optional<SiteAddress> known = SiteAddress.of(settings.getProperty("witan.address", ""));
        boolean encrypted = !settings.getProperty("server.ssl.bundle", "").isBlank()
                || !settings.getProperty("server.ssl.certificate", "").isBlank()
                || !settings.getProperty("server.ssl.key-store", "").isBlank();
        return known.map(SiteAddress::origin)
                .orElseGet(() -> (encrypted ? "https" : "http") + "://127.0.0.1:"
                        + settings.getProperty("local.server.port", "8080"));
    }
}
