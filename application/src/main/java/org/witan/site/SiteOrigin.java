package org.witan.site;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// How an address of this site begins where no request says it: in a link that is handed over.
@Component
public final class SiteOrigin {
    private final Environment settings;

    SiteOrigin(Environment settings) {
        this.settings = settings;
    }

    /// The public address; this machine and the port that the server listens on while there is none.
    public String now() {
        var listening = Listening.as(settings);
        return listening
                .site()
                .map(SiteAddress::origin)
                .orElseGet(() -> (listening.encrypted() ? "https" : "http") + "://127.0.0.1:"
                        + settings.getProperty("local.server.port", "8080"));
    }
}
