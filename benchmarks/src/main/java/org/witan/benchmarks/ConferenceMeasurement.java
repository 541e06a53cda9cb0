package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.witan.statistics.store.Store;

/// A conference: cases heard one after another, with people who follow each of them by news and read again what has
/// changed, as their pages would, while two of them write with a network that is cut at random.
///
/// What is measured is how long it takes from the moment at which a line is first sent, cuts included, until each of
/// the
/// others has read it; and whether anything is lost or written twice.
record ConferenceMeasurement(Path folder) {
    private static final String JAR = "application/target/application-0.1.0-SNAPSHOT.jar";
    private static final int CASES = 25;
    private static final int PEOPLE = 14;
    private static final double BAR = 1_000;
    private static final long PATIENCE = 10;

    void run(int seconds) throws IOException, InterruptedException, SQLException {
        Path jar = Path.of(System.getProperty("witan.home", ".")).resolve(JAR);
        Path home = Files.createTempDirectory(Files.createDirectories(folder), "conference");
        try (var server = PageServer.start(jar, new Store(home.resolve("store")), home, "--witan.demo=true");
                var database = TrailMeasurement.connect(home.resolve("postgres"))) {
            TrailMeasurement.run(database, PREPARED);
            List<SignedIn> people = new ArrayList<>();
            people.addAll(SignedIn.all(server.address(), database, "COORDINATOR", 1));
            people.addAll(SignedIn.all(server.address(), database, "CHAIR", 1));
            people.addAll(SignedIn.all(server.address(), database, "REPRESENTATIVE", PEOPLE - 2));
            List<String> cases = cases(database);
            if (people.size() != PEOPLE || cases.size() != CASES) {
                throw new IllegalStateException(people.size() + " people and " + cases.size() + " cases");
            }
            hear(people, cases, seconds, database);
            people.forEach(SignedIn::close);
        }
    }

    private static List<String> cases(Connection database) throws SQLException {
        var all = new ArrayList<String>();
        try (var asked = database.createStatement();
                var rows = asked.executeQuery(
                        "select '/conference/' || i.meeting_id || '/' || i.id from meeting.item i join n on n.id = i.meeting_id "
                                + "where i.kind = 'CASE' order by i.put_on_at, i.id")) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    private static void hear(List<SignedIn> people, List<String> cases, int seconds, Connection database)
            throws InterruptedException, SQLException {
        var written = new WrittenLines();
        var followers = new ArrayList<CaseFollower>();
        // The first is heard to warm up, and not counted.
        hear(people, cases.getFirst(), Math.max(3, seconds / CASES), new WrittenLines(), new ArrayList<>());
        for (String one : cases) {
            hear(people, one, Math.max(1, seconds / CASES), written, followers);
        }
        report(written, followers, database);
    }

    /// One case: all open it, the first two write, and all wait until they have read what was written.
    private static void hear(
            List<SignedIn> people, String place, int seconds, WrittenLines written, List<CaseFollower> all)
            throws InterruptedException {
        var followers = people.stream().map(one -> new CaseFollower(one, place)).toList();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            followers.forEach(CaseFollower::open);
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int at = 0; at < 2; at++) {
                writers.add(new LineWriter(people.get(at), place, written, seconds, all.size() + at));
            }
            for (var done : crowd.invokeAll(writers)) {
                done.get();
            }
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
            for (CaseFollower follower : followers) {
                follower.await(written.of(place), until);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A writer gave up", e);
        } finally {
            followers.forEach(CaseFollower::close);
        }
        all.addAll(followers);
    }

    private static void report(WrittenLines written, List<CaseFollower> followers, Connection database)
            throws SQLException {
        var delays = new ArrayList<Double>();
        int unread = 0;
        for (CaseFollower follower : followers) {
            delays.addAll(follower.delays(written));
            unread += follower.unread(written);
        }
        var spread = new Spread(delays);
        long doubled = written.doubled(database);
        long lost = written.lost(database);
        System.out.printf(
                "%nA conference of %d cases and %d people: %,d lines by two writers, %,d cuts, %,d readings of a line; "
                        + "median %.0f ms, p95 %.0f ms, largest %.0f ms; lost %d, doubled %d, not read %d%n%n",
                CASES,
                PEOPLE,
                written.size(),
                written.cuts(),
                spread.size(),
                spread.median(),
                spread.percentile(95),
                spread.largest(),
                lost,
                doubled,
                unread);
        var bars = new Bars();
        bars.atMost("from writing a line to the others having read it: largest", BAR, spread.largest(), " ms", "-");
        bars.atMost("lines that were lost", 0, (double) lost, "", "-");
        bars.atMost("lines that were written twice", 0, (double) doubled, "", "-");
        bars.atMost("lines that somebody did not read", 0, unread, "", "-");
        bars.print();
    }

    /// The next conference of the demonstration with more cases and people.
    private static final String PREPARED = """
            create temp table n as select i.meeting_id as id, count(*) as cases from meeting.item i
            join meeting.meeting g on g.id = i.meeting_id and not g.core_only
            where i.kind = 'CASE' and marac.meeting_day(i.meeting_id) >= access.today()
            group by i.meeting_id order by marac.meeting_day(i.meeting_id), i.meeting_id limit 1;
            create temp table p as select gen_random_uuid() as id, i from generate_series(1, 12) i;
            insert into access.account (id, given_name, family_name, email, demonstration, added_at)
            select p.id, 'Invented', 'Reader' || p.i, 'reader' || p.i || '@demonstration.example.org', true, now() from p;
            insert into access.membership (id, account_id, agency_id, role, starts_on, granted_at)
            select gen_random_uuid(), p.id, (select y.id from access.agency y join meeting.board_agency m on m.agency_id = y.id
                where m.board_id = (select g.board_id from meeting.meeting g join n on n.id = g.id) and y.kind <> 'PARTNERSHIP' order by y.id offset p.i % 2 limit 1), 'REPRESENTATIVE', access.today(), now() from p;
            create temp table c as select uuidv7() as id, i from n, generate_series(1, 25 - n.cases::int) i;
            insert into access.record (id, kind, reference, owner_id, registered_at)
            select c.id, 'CASE', 'MARAC-L' || c.i, (select y.id from access.agency y where y.kind = 'PARTNERSHIP' limit 1), now() from c;
            insert into access.party (record_id, agency_id, from_at)
            select c.id, y.id, now() - interval '1 day' from c cross join access.agency y;
            insert into marac.referral (id, agency_id, referred_by, referred_at, referred_on)
            select c.id, (select y.id from access.agency y limit 1), (select p.id from p limit 1), now(), access.today() from c;
            insert into meeting.item (id, meeting_id, record_id, kind, section, place, put_on_at, put_on_by)
            select uuidv7(), (select n.id from n), c.id, 'CASE', 'ADULT_ONLY', 100 + c.i, now(),
                (select p.id from p limit 1) from c;
            analyze""";
}
