package org.witan.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;

/// An invented person of the demonstration who has signed in and acts in a role, for MARAC.
record SignedIn(HttpClient browser, URI server, String cookie, String membership) implements AutoCloseable {

    /// The first who has a role.
    static SignedIn as(URI server, Connection database, String role)
            throws SQLException, IOException, InterruptedException {
        return as(server, database, role, 0);
    }

    /// One of those who have a role.
    ///
    /// @param number of them; the first is 0
    static SignedIn as(URI server, Connection database, String role, int number)
            throws SQLException, IOException, InterruptedException {
        try (var asked = database.createStatement();
                var rows = asked.executeQuery(
                        "select m.account_id, m.id from access.membership m join access.account a on a.id = m.account_id "
                                + "where a.demonstration and m.role = '" + role + "' order by m.id limit 1 offset "
                                + number)) {
            rows.next();
            var nobody = new SignedIn(HttpClient.newHttpClient(), server, "", rows.getString(2));
            String cookie = nobody.send("/sign-in/invented", "account=" + rows.getString(1))
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .split(";", 2)[0];
            var somebody = new SignedIn(nobody.browser, server, cookie, nobody.membership);
            somebody.send("/acting-as/purpose", "membership=" + somebody.membership + "&purpose=MARAC");
            return somebody;
        }
    }

    /// Sends a form.
    HttpResponse<String> send(String path, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        browser.close();
    }
}
