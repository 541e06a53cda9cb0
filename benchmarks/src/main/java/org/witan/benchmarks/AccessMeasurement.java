package org.witan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.witan.statistics.store.Store;

/// What the one rule and the trail cost: the list of records, and one record, with them and without, in turn, on the
/// same server and the same invented records.
///
/// Without them means: row-level security is off on every table, whatever is asked of the rule is answered yes, and
/// entering and finishing write no row; who looks is then taken from a setting, so that the page and its statements
/// stay
/// the same. Only the database is changed, by its superuser, between two rounds.
record AccessMeasurement(Path folder) {
    private static final String JAR = "application/target/application-0.1.0-SNAPSHOT.jar";
    private static final int USERS = 8;
    private static final int ROUNDS = 5;

    void run(int seconds) throws IOException, InterruptedException, SQLException {
        Path jar = Path.of(System.getProperty("witan.home", ".")).resolve(JAR);
        Path home = Files.createTempDirectory(Files.createDirectories(folder), "access");
        var time = Duration.ofSeconds(seconds);
        try (var server = PageServer.start(jar, new Store(home.resolve("store")), home, "--witan.demo=true");
                var database = TrailMeasurement.connect(home.resolve("postgres"))) {
            run(database, NO_PACE);
            run(database, RECORDS);
            run(database, KEEP);
            System.out.printf(
                    "%nRule and trail: %d users without pause, %d rounds of %d s, each page in turn%n",
                    USERS, ROUNDS, seconds);
            System.out.println(
                    "| page | role | with, pages/s | without | cost | with, ms of processor a page | without | cost |");
            System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            for (String role : List.of("COORDINATOR", "REPRESENTATIVE")) {
                try (var acting = SignedIn.as(server.address(), database, role)) {
                    var crowd = new Crowd(server.address(), USERS, Duration.ZERO, acting.cookie());
                    measure(server, database, crowd, role, "list of records", List.of("/records"), time);
                    measure(server, database, crowd, role, "one record", someRecords(database, acting), time);
                }
            }
        }
    }

    private static void measure(
            PageServer server,
            Connection database,
            Crowd crowd,
            String role,
            String page,
            List<String> addresses,
            Duration time)
            throws InterruptedException, SQLException {
        crowd.ask(addresses, time.multipliedBy(2));
        var with = new ArrayList<Side>();
        var without = new ArrayList<Side>();
        for (int round = 0; round < ROUNDS; round++) {
            with.add(side(server, database, crowd, addresses, time));
            run(database, TAKE_AWAY);
            crowd.ask(addresses, Duration.ofSeconds(2));
            without.add(side(server, database, crowd, addresses, time));
            run(database, GIVE_BACK);
            crowd.ask(addresses, Duration.ofSeconds(2));
        }
        System.out.printf(
                "| %s | %s | %.0f | %.0f | %.0f %% | %.1f | %.1f | %.0f %% |%n",
                page,
                role.toLowerCase(Locale.ROOT),
                median(with, Side::pagesPerSecond),
                median(without, Side::pagesPerSecond),
                100 * (1 - ratio(with, without, Side::pagesPerSecond)),
                median(with, Side::milliseconds),
                median(without, Side::milliseconds),
                100 * (1 - 1 / ratio(with, without, Side::milliseconds)));
    }

    private static double median(List<Side> sides, ToDoubleFunction<Side> figure) {
        return new Spread(sides.stream().mapToDouble(figure).boxed().toList()).median();
    }

    /// The median of what each round has for a ratio.
    private static double ratio(List<Side> with, List<Side> without, ToDoubleFunction<Side> figure) {
        return new Spread(IntStream.range(0, with.size())
                        .mapToObj(round ->
                                figure.applyAsDouble(with.get(round)) / figure.applyAsDouble(without.get(round)))
                        .toList())
                .median();
    }

    private static Side side(PageServer server, Connection database, Crowd crowd, List<String> addresses, Duration time)
            throws InterruptedException, SQLException {
        Duration before = busy(server, database);
        var seen = crowd.ask(addresses, time);
        if (seen.failures() > 0) {
            throw new IllegalStateException(seen.failures() + " pages did not come");
        }
        Duration busy = busy(server, database).minus(before);
        return new Side(seen.pagesPerSecond(), busy.toNanos() / 1e6 / (seen.pagesPerSecond() * time.toNanos() / 1e9));
    }

    /// How long the application and the processes of its database have been on a processor.
    static Duration busy(PageServer server, Connection database) throws SQLException {
        var all = new ArrayList<Long>();
        all.add(server.process().pid());
        try (var asked = database.createStatement();
                var rows = asked.executeQuery("select pid from pg_stat_activity where pid <> pg_backend_pid()")) {
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
        }
        return all.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// One half of a round.
    ///
    /// @param milliseconds processor time of application and database for a page: a busy machine disturbs it less
    private record Side(double pagesPerSecond, double milliseconds) {}

    /// Records in which the agency of whoever acts takes part: they see them in every role that is measured.
    private static List<String> someRecords(Connection database, SignedIn acting) throws SQLException {
        var all = new ArrayList<String>();
        try (var asked = database.createStatement();
                var rows = asked.executeQuery("select r.id from access.record r "
                        + "join access.party p on p.record_id = r.id join access.membership m on m.agency_id = p.agency_id "
                        + "where r.kind = 'CASE' and r.reference like 'MARAC-B%' and m.id = '" + acting.membership()
                        + "' and not exists (select from access.restriction x where x.record_id = r.id) "
                        + "order by r.registered_at desc limit 50")) {
            while (rows.next()) {
                all.add("/records/" + rows.getString(1));
            }
        }
        return all;
    }

    private static void run(Connection database, String statements) throws SQLException {
        TrailMeasurement.run(database, statements);
    }

    /// The measurement reads faster than any person may.
    private static final String NO_PACE = """
            alter table access.setting disable trigger user;
            insert into access.setting (name, since, value, reason) values ('records_in_ten_minutes', now(), '999999', 'measured');
            alter table access.setting enable trigger user""";

    /// 20,000 cases about 40,000 persons with 100,000 actions, shared among the agencies that are there.
    private static final String RECORDS = """
            create temp table y as select id, row_number() over (order by id) - 1 as n, count(*) over () as k from access.agency;
            create temp table c as select gen_random_uuid() as id, i from generate_series(1, 20000) i;
            create temp table p as select gen_random_uuid() as id, i from generate_series(1, 40000) i;
            create temp table a as select gen_random_uuid() as id, i from generate_series(1, 100000) i;
            alter table access.record disable trigger user;
            alter table access.about disable trigger user;
            insert into access.record (id, kind, reference, owner_id, registered_at)
            select p.id, 'PERSON', 'P-B' || p.i, (select y.id from y where y.n = 0), now() - p.i * interval '1 minute' from p;
            insert into access.record (id, kind, reference, owner_id, registered_at)
            select c.id, 'CASE', 'MARAC-B' || c.i, y.id, now() - c.i * interval '2 minutes' from c join y on y.n = c.i % y.k;
            insert into access.record (id, kind, reference, owner_id, within_id, registered_at)
            select a.id, 'ACTION', 'ACT-B' || a.i, y.id, c.id, now() - a.i * interval '1 minute'
            from a join c on c.i = 1 + a.i % 20000 join y on y.n = a.i % y.k;
            insert into access.cover select id, id, 'SELF' from access.record on conflict do nothing;
            insert into access.cover select id, within_id, 'WITHIN' from access.record where within_id is not null on conflict do nothing;
            insert into access.about select c.id, p.id, now() from c join p on p.i in (2 * c.i, 2 * c.i - 1);
            insert into access.cover select v.record_id, b.person_id, 'ABOUT'
            from access.about b join access.cover v on v.source_id = b.record_id and v.how in ('SELF', 'WITHIN') on conflict do nothing;
            alter table access.record enable trigger user;
            alter table access.about enable trigger user;
            insert into access.party select c.id, y.id, now() - interval '9 days' from c join y on (c.i + y.n) % 3 = 0;
            insert into access.note (id, record_id, kind, part, words, author_id, agency_id, written_at)
            select gen_random_uuid(), c.id, 'CASE', t.part, 'Invented note', (select id from access.account limit 1), (select id from y limit 1), now()
            from c cross join (values ('SUMMARY'), ('VICTIM'), ('RISK'), ('MINUTES')) as t (part);
            insert into access.restriction (id, record_id, reason, made_at, made_by)
            select gen_random_uuid(), c.id, 'invented', now(), (select id from access.account limit 1) from c where c.i % 200 = 0;
            analyze""";

    private static final String KEEP = """
            create schema benchmark;
            create table benchmark.kept as select pg_get_functiondef(f.oid) as words from pg_proc f
            where f.pronamespace = 'access'::regnamespace and f.proname in ('enter', 'finish', 'may_see', 'viewer_looking', 'sees', 'grounds_of')
            union all
            select 'create or replace view access.' || v.viewname || ' with (security_barrier) as ' || v.definition
            from pg_views v where v.schemaname = 'access' and v.viewname in ('viewer', 'sight');
            create table benchmark.secured as select c.oid::regclass::text as name from pg_class c
            where c.relnamespace = 'access'::regnamespace and c.relrowsecurity;
            grant usage on schema benchmark to public; grant select on benchmark.kept to public""";

    private static final String TAKE_AWAY = """
            create or replace function access.enter(
                id uuid, at timestamptz, account uuid, membership uuid, purpose text, deed text, what text, path text,
                channel text, detail text, from_address text, session text, authenticator bytea) returns void
                language plpgsql security definer set search_path = access, pg_temp as $$
            begin
                perform set_config('witan.entered', enter.id::text, true),
                    set_config('witan.bare', coalesce(enter.membership::text, ''), true),
                    set_config('witan.why', coalesce(enter.purpose, ''), true);
            end $$;
            create or replace function access.finish(entry uuid, outcome text, records uuid[], authenticator bytea) returns void
                language plpgsql as $$ begin end $$;
            create or replace function access.may_see(record uuid, part text) returns boolean
                language sql stable as $$ select true $$;
            create or replace function access.sees(v access.looking, record uuid, kind text, part text) returns boolean
                language sql stable as $$ select true $$;
            create or replace function access.grounds_of(v access.looking, record uuid, kind text) returns setof text
                language sql stable as $$ select 'PARTNERSHIP' $$;
            create or replace function access.viewer_looking() returns access.looking
                language sql stable security definer set search_path = access, pg_temp as $$
                select row(nullif(current_setting('witan.entered', true), '')::uuid, '1'::xid8, m.account_id, m.id, m.agency_id,
                    m.role, o.role, true, o.openings)::access.looking
                from access.membership m join access.role_opening o on o.role = 'COORDINATOR' and o.of_partnership and o.opens_records
                where m.id = nullif(current_setting('witan.bare', true), '')::uuid
            $$;
            create or replace view access.viewer with (security_barrier) as
                select nullif(current_setting('witan.entered', true), '')::uuid as entry_id, m.account_id, m.id as membership_id,
                    m.agency_id, m.role, p.code as purpose, p.opens_records, '{}'::jsonb as openings
                from access.membership m join access.purpose p on p.code = current_setting('witan.why', true)
                where m.id = nullif(current_setting('witan.bare', true), '')::uuid;
            create or replace view access.sight with (security_barrier) as
                select r.id as record_id, r.kind, p.code as part, 'PARTNERSHIP' as basis
                from access.record r cross join access.part p;
            do $$ declare one text; begin
                for one in select name from benchmark.secured loop
                    execute 'alter table ' || one || ' disable row level security';
                end loop;
            end $$""";

    private static final String GIVE_BACK = """
            do $$ declare one text; begin
                for one in select words from benchmark.kept loop execute one; end loop;
                for one in select name from benchmark.secured loop
                    execute 'alter table ' || one || ' enable row level security';
                end loop;
            end $$""";
}
