package org.witan.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
        return all(server, database, role, number + 1).get(number);
    }

    /// The first who has a role, acting for a purpose.
    static SignedIn actingFor(String purpose, URI server, Connection database, String role)
            throws SQLException, IOException, InterruptedException {
        var somebody = as(server, database, role);
        somebody.send("/acting-as/purpose", "membership=" + somebody.membership + "&purpose=" + purpose);
        return somebody;
    }

    /// Those who have a role, so many at most.
    static List<SignedIn> all(URI server, Connection database, String role, int most)
            throws SQLException, IOException, InterruptedException {
        var all = new ArrayList<SignedIn>();
        try (var asked = database.createStatement();
                var rows = asked.executeQuery(
                        "select m.account_id, m.id from access.membership m join access.account a on a.id = m.account_id "
                                + "where a.demonstration and m.role = '" + role
                                + "' and (m.role <> 'REPRESENTATIVE' or exists ("
                                + "select from meeting.board_agency b join meeting.board d on d.id = b.board_id and d.kind = 'MARAC' "
                                + "where b.agency_id = m.agency_id and b.until_at is null)) order by m.id limit "
                                + most)) {
            while (rows.next()) {
                all.add(signIn(server, rows.getString(1), rows.getString(2)));
            }
        }
        return all;
    }

    private static SignedIn signIn(URI server, String account, String membership)
            throws IOException, InterruptedException {
        var nobody = new SignedIn(HttpClient.newHttpClient(), server, "", membership);
        String cookie = nobody.send("/sign-in/invented", "account=" + account)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
        var somebody = new SignedIn(nobody.browser, server, cookie, membership);
        somebody.send("/acting-as/purpose", "membership=" + membership + "&purpose=MARAC");
        return somebody;
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

    /// Reads a page.
    HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        browser.close();
    }
}
