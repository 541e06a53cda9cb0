package org.witan.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Invented people who have signed in, some of each role.
final class SignedInPeople implements AutoCloseable {
    private final URI server;
    private final Connection database;
    private final List<Acting> people = new ArrayList<>();

    SignedInPeople(URI server, Connection database, Map<String, Integer> roles)
            throws SQLException, IOException, InterruptedException {
        this.server = server;
        this.database = database;
        for (Map.Entry<String, Integer> role : roles.entrySet()) {
            for (int at = 0; at < role.getValue(); at++) {
                people.add(new Acting(role.getKey(), SignedIn.as(server, database, role.getKey(), at)));
            }
        }
    }

    /// So many visitors of a page, each with the pages that they may see; the same person may sit at two windows.
    List<Visitors.Visitor> visitors(MaracPages page, int many) throws SQLException {
        List<Visitors.Visitor> visitors = new ArrayList<>();
        for (Acting acting : people) {
            if (page.roles().contains(acting.role)) {
                List<String> addresses = addresses(page.question(acting.person.membership()));
                if (!addresses.isEmpty()) {
                    visitors.add(new Visitors.Visitor(acting.person.cookie(), addresses));
                }
            }
        }
        List<Visitors.Visitor> all = new ArrayList<>();
        for (int at = 0; at < many; at++) {
            all.add(visitors.get(at % visitors.size()));
        }
        return all;
    }

    /// How many milliseconds a page takes one who is alone.
    List<Double> alone(String role, String address, int times) throws InterruptedException {
        SignedIn person =
                people.stream().filter(one -> one.role.equals(role)).findFirst().orElseThrow().person;
        var taken = new ArrayList<Double>();
        for (int at = 0; at <= times; at++) {
            long began = System.nanoTime();
            open(person, address);
            // The first one warms up.
            if (at > 0) {
                taken.add((System.nanoTime() - began) / 1e6);
            }
        }
        return taken;
    }

    private void open(SignedIn person, String address) throws InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(address))
                .header("Cookie", person.cookie())
                .build();
        try {
            int status = person.browser()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException("The page did not come: " + status);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> addresses(String question) throws SQLException {
        List<String> all = new ArrayList<>();
        try (var asked = database.createStatement();
                var rows = asked.executeQuery(question)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    @Override
    public void close() {
        people.forEach(one -> one.person.close());
    }

    /// Somebody in a role.
    private record Acting(String role, SignedIn person) {}
}
