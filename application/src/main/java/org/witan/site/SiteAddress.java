package org.witan.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// The address under which readers know the site, as in `https://marac.example.org`.
///
/// @param host its name, in small letters
/// @param origin as a browser writes it in front of every path: scheme, name, and the port where it is not the usual
/// one
public record SiteAddress(String host, String origin) {
    private static final int USUAL_PORT = 443;

    /// Absent when the words are not an `https` address of a site alone: no path, no account, no question.
    public static Optional<SiteAddress> of(String words) {
        try {
            URI uri = new URI(words.strip());
            boolean alone = uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || !alone) {
                return Optional.empty();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            String port = uri.getPort() == -1 || uri.getPort() == USUAL_PORT ? "" : ":" + uri.getPort();
            return Optional.of(new SiteAddress(host, "https://" + host + port));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
