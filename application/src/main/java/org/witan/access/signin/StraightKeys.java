package org.witan.access.signin;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/// Fetches the keys of a provider from where its metadata say they are, and from no other address.
final class StraightKeys extends DefaultResourceRetriever {

    /// @param patience milliseconds to connect, and to read
    StraightKeys(int patience, int mostBytes) {
        super(patience, patience, mostBytes);
    }

    @Override
    protected HttpURLConnection openHTTPConnection(URL address) throws IOException {
        var connection = super.openHTTPConnection(address);
        connection.setInstanceFollowRedirects(false);
        return connection;
    }
}
