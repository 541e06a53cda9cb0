package org.witan.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// Finding a person among a million by the page, with the rule and the trail: one user after another, each question of
/// a person who is there, typed in one of several ways.
record PersonSearchMeasurement(Path folder) {
    private static final int WARM = 40;
    private static final int EACH = 100;
    private static final long SEED = 20261126;

    void run(int persons) throws IOException, InterruptedException, SQLException {
        var prepared = PreparedPersons.in(folder, persons);
        try (var server = prepared.start();
                var database = TrailMeasurement.connect(prepared.data())) {
            System.out.printf("%nA person among %,d, by the page, one user after another%n", persons);
            System.out.println("| typed | role | questions | median ms | p95 ms | largest ms | found |");
            System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
            for (String role : List.of("COORDINATOR", "REPRESENTATIVE")) {
                try (var acting = SignedIn.as(server.address(), database, role)) {
                    var all = new ArrayList<Double>();
                    // A server that has been up for a morning: first as many questions about others.
                    questions(database, acting, 1)
                            .values()
                            .forEach(typed -> typed.forEach(words -> search(acting, words)));
                    questions(database, acting, 0).forEach((way, typed) -> all.addAll(ask(acting, role, way, typed)));
                    row("all of these", role, all, 0);
                }
            }
        }
    }

    private static List<Double> ask(SignedIn acting, String role, String way, List<String> typed) {
        for (int i = 0; i < WARM; i++) {
            search(acting, typed.get(i % typed.size()));
        }
        var times = new ArrayList<Double>();
        int found = 0;
        for (String words : typed) {
            long began = System.nanoTime();
            String page = search(acting, words);
            times.add((System.nanoTime() - began) / 1e6);
            found += page.contains("id=\"person-0\"") ? 1 : 0;
        }
        row(way, role, times, found);
        return times;
    }

    private static void row(String way, String role, List<Double> times, int found) {
        var spread = new Spread(times);
        System.out.printf(
                "| %s | %s | %d | %.0f | %.0f | %.0f | %s |%n",
                way,
                role.toLowerCase(Locale.ROOT),
                spread.size(),
                spread.median(),
                spread.percentile(95),
                spread.largest(),
                found == 0 ? "" : String.valueOf(found));
    }

    /// By how they are typed, questions of persons of the agency of whoever asks.
    ///
    /// @param round 0 for those who are asked about, 1 for others
    private static Map<String, List<String>> questions(Connection database, SignedIn acting, int round)
            throws SQLException {
        var random = new SplittableRandom(SEED);
        Map<String, List<String>> all = new LinkedHashMap<>();
        try (var asked = database.createStatement();
                var rows =
                        asked.executeQuery("""
                        select s.given_name, s.family_name, to_char(s.born_on, 'FMDD/FMMM/YY') as born, a.postcode, t.value as phone
                        from people.source_record s
                        join people.address a on a.record_id = s.id join people.stated t on t.record_id = s.id
                        join access.membership m on m.agency_id = s.agency_id and m.id = '%s'
                        order by md5(s.id::text) limit %d offset %d
                        """.formatted(membershipOfAnAgency(database, acting), EACH, round * EACH))) {
            while (rows.next()) {
                String given = rows.getString(1);
                String family = rows.getString(2);
                put(all, "surname first, date of birth", family + " " + given + " " + rows.getString(3));
                put(all, "both names", given + " " + family);
                put(all, "both names, misspelt", given + " " + misspelt(family, random));
                put(
                        all,
                        "misspelt, year",
                        misspelt(given, random) + " " + family + " 19"
                                + rows.getString(3).substring(rows.getString(3).length() - 2));
                put(all, "surname alone", family);
                put(all, "beginnings", beginning(given, 3) + " " + beginning(family, 4));
                put(all, "surname, postcode", family + " " + rows.getString(4));
                put(all, "telephone number", rows.getString(5));
                put(all, "nobody", "Nobody " + misspelt(misspelt(family, random), random) + "q 1/1/01");
            }
        }
        return all;
    }

    private static void put(Map<String, List<String>> all, String way, String words) {
        all.computeIfAbsent(way, _ -> new ArrayList<>()).add(words);
    }

    private static String beginning(String name, int letters) {
        return name.substring(0, Math.min(letters, name.length()));
    }

    private static String misspelt(String name, SplittableRandom random) {
        int at = 1 + random.nextInt(Math.max(1, name.length() - 2));
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at - 1) + name.substring(at);
            default -> name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
        };
    }

    /// An agency of whose persons a telephone number is known: that of whoever asks, or the first other one where
    /// theirs
    /// gave nothing but what a demonstration invents.
    private static String membershipOfAnAgency(Connection database, SignedIn acting) throws SQLException {
        try (var asked = database.createStatement();
                var rows = asked.executeQuery("select m.id from access.membership m where exists ("
                        + "select from people.source_record s join people.stated t on t.record_id = s.id"
                        + " where s.agency_id = m.agency_id) order by m.id <> '"
                        + acting.membership() + "', m.id limit 1")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String search(SignedIn acting, String words) {
        try {
            var answer = acting.send("/people/search", "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The page did not come: " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
