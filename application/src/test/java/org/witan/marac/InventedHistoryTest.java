package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.OwnApplication;
import org.witan.RunningApplication;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration;
import org.witan.access.trail.AuditCommand;
import org.witan.database.DemonstrationOwner;
import org.witan.database.OwnerDatabase;
import org.witan.marac.DataReturn.Count;
import org.witan.marac.invented.InventedHistory;
import org.witan.marac.invented.Span;
import org.witan.notices.ChoosingNotices;

/// The two years that a demonstration is given: as the country counts them, as the use cases would
/// have written them, and nowhere but in a demonstration.
class InventedHistoryTest extends RunningApplication {
    @TempDir
    private static Path folder;

    private static OwnApplication demonstration;

    @Autowired
    private ApplicationContext live;

    @BeforeAll
    static void start() {
        demonstration = OwnApplication.in(
                folder, "--witan.demo=true", "--witan.mail.host=localhost", "--witan.mail.from=witan@example.org");
    }

    /// Last of all: what was written beside the trail has not touched it.
    @AfterAll
    static void theTrailIsWhole() {
        demonstration.close();
        assertThat(AuditCommand.run("verify", "--home", folder.toString())).isZero();
    }

    private static JdbcClient owner() {
        return demonstration.owner();
    }

    /// Written apart from the statements that invent: the shares of England, year to September 2024 [S5] and to March
    /// 2023 [S6], with how far two years of one small partnership may lie from them.
    @Test
    void inADemonstrationNobodyIsWrittenTo() {
        Viewer anyone =
                demonstration.part(Demonstration.class).acting().getFirst().viewer();
        assertThat(demonstration.part(ChoosingNotices.class).look(anyone).on()).isFalse();
        assertThat(demonstration
                        .owner()
                        .sql("select (select count(*) from notices.notice) + (select count(*) from notices.waiting)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theHistoryIsAsTheCountryCounts() {
        Map<String, Double> shares = shares();
        assertThat(shares.get("cases")).isBetween(380.0, 440.0);
        assertThat(shares.get("repeats")).isCloseTo(0.32, within(0.02));
        assertThat(shares.get("police")).isCloseTo(0.65, within(0.02));
        assertThat(shares.get("children")).isCloseTo(1.25, within(0.12));
        assertThat(shares.get("minoritised")).isCloseTo(0.15, within(0.03));
        assertThat(shares.get("disability")).isCloseTo(0.10, within(0.03));
        assertThat(shares.get("disability_not_known")).isBetween(0.05, 0.25);
        assertThat(shares.get("lgbt")).isCloseTo(0.015, within(0.015));
        assertThat(shares.get("male")).isCloseTo(0.063, within(0.025));
        assertThat(shares.get("aged_16_17")).isCloseTo(0.013, within(0.012));
    }

    private static Map<String, Double> shares() {
        return owner().sql("""
                        with c as (
                            select e.record_id, r.referred_on, y.kind = 'POLICE' as police, s.sex = 'Male' as male,
                                date_part('year', age((e.at at time zone 'Europe/London')::date, s.born_on)) in (16, 17) as young,
                                (select count(*) from marac.referred_person p join people.source_record k on k.id = p.person_id
                                 where p.record_id = r.id and k.standing = 'CHILD') as children,
                                exists (select from marac.repetition p where p.record_id = r.id) as repeat,
                                (select jsonb_object_agg(t.topic, t.answer) from marac.statement t
                                 where t.record_id = r.id and t.answer is not null) as said
                            from meeting.item_event e
                            join marac.referral r on r.id = e.record_id
                            join access.agency y on y.id = r.agency_id
                            join marac.referred_person v on v.record_id = r.id and v.part = 'VICTIM'
                            join people.source_record s on s.id = v.person_id
                            where e.what = 'HEARD' and r.referred_on < access.today() - 1)
                        select count(*)::float8 as cases, avg(repeat::int)::float8 as repeats, avg(police::int)::float8 as police,
                            avg(children)::float8 as children, avg((said ->> 'MINORITISED' = 'YES')::int)::float8 as minoritised,
                            avg((said ->> 'DISABILITY' = 'YES')::int)::float8 as disability,
                            avg((said ->> 'DISABILITY' in ('UNKNOWN', 'DECLINED', 'NOT_ASKED'))::int)::float8 as disability_not_known,
                            avg((said ->> 'LGBT' = 'YES')::int)::float8 as lgbt, avg(male::int)::float8 as male,
                            avg(coalesce(young, false)::int)::float8 as aged_16_17
                        from c
                        """)
                .query((row, _) -> {
                    Map<String, Double> shares = new LinkedHashMap<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        shares.put(row.getMetaData().getColumnLabel(column), row.getDouble(column));
                    }
                    return shares;
                })
                .single();
    }

    @Test
    void actionsEndInEveryWay() {
        assertThat(owner().sql("select distinct state from meeting.action_state")
                        .query(String.class)
                        .list())
                .contains("ACCEPTED", "IN_PROGRESS", "COMPLETE", "NOT_POSSIBLE", "NOT_DONE", "ESCALATED");
        assertThat(count("select count(*) from meeting.action where open")).isPositive();
        assertThat(count("""
                        select count(*) from meeting.action a join meeting.action_state s on s.record_id = a.record_id
                        where s.done_on > a.due_on
                        """)).isPositive();
        assertThat(count("""
                        select count(*) from people.news n join people.concern c on c.id = n.concern_id
                        where n.announced_at is null and c.received_at < now() - interval '1 day'
                        """)).as("what is over is not announced as news").isZero();
    }

    /// The numbers of the return over all of it, each counted again by a statement that shares
    /// nothing with it, and each with its cases behind it.
    @Test
    void theReturnIsWhatSqlCounts() {
        Viewer coordinator = viewer(Role.COORDINATOR);
        Returning returning = demonstration.part(Returning.class);
        LocalDate until =
                owner().sql("select access.today()").query(LocalDate.class).single();
        LocalDate from = until.minusYears(3);
        DataReturn counted = returning.read(coordinator, Verb.READ, from, until).counted();
        for (ReturnCell cell : ReturnCell.values()) {
            Count count = counted.all().of(cell);
            assertThat(count.number()).as(cell.name()).isEqualTo((int) count(counting(cell)));
            if (cell.isSometimesUnknown()) {
                assertThat(count.unknown()).as(cell.name()).isEqualTo((int) count(unknown(cell)));
            }
            List<CountedCases.Case> behind = behind(coordinator, new CountedCases.Behind(cell, from, until));
            assertThat(behind.stream().mapToInt(CountedCases.Case::number).sum())
                    .as(cell.name())
                    .isEqualTo(count.number());
            assertThat(behind.stream().mapToInt(CountedCases.Case::unknown).sum())
                    .as(cell.name())
                    .isEqualTo(count.unknown());
        }
        assertThat(counted.all().number(ReturnCell.CASES)).isGreaterThan(380);
        assertThat(counted.all().number(ReturnCell.FROM_PARTNERS))
                .isEqualTo(Arrays.stream(ReturnCell.values())
                        .filter(ReturnCell::isPartner)
                        .mapToInt(counted.all()::number)
                        .sum());
    }

    private static List<CountedCases.Case> behind(Viewer viewer, CountedCases.Behind number) {
        var all = new ArrayList<CountedCases.Case>();
        CountedCases page;
        int at = 1;
        do {
            page = demonstration.part(Returning.class).behind(viewer, number, at);
            all.addAll(page.cases());
            at++;
        } while (at <= page.pages());
        return all;
    }

    /// That somebody read a return stands in the trail with what it counted, and none of its cases; whoever opens a
    /// number is shown its cases one by one.
    @Test
    void aReturnIsInTheTrailByItsDaysItsSizeAndItsDigest() {
        Viewer coordinator = viewer(Role.COORDINATOR);
        LocalDate until = LocalDate.of(2020, 1, 1).plusYears(20);
        DataReturn counted = demonstration
                .part(Returning.class)
                .read(coordinator, Verb.EXPORT, LocalDate.of(2001, 2, 3), until)
                .counted();
        String detail = owner().sql("""
                        select e.detail from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                        where e.deed = 'EXPORT' and e.what = 'return' and e.detail like '%2001-02-03%' and o.records = '{}'
                        """).query(String.class).single();
        assertThat(detail)
                .contains(counted.digest())
                .contains(String.valueOf(counted.all().number(ReturnCell.CASES)));
        assertThat(counted.digest())
                .isEqualTo(owner().sql("""
                        select encode(sha256(string_agg(uuid_send(x.meeting_id) || uuid_send(x.record_id), ''::bytea
                            order by x.meeting_id, x.record_id)), 'hex')
                        from (select distinct i.meeting_id, i.record_id from meeting.item_event e
                              join meeting.item i on i.id = e.item_id where e.what = 'HEARD') x
                        """).query(String.class).single());
    }

    /// Row for row, over all of it.
    @Test
    void whatIsKeptForTheReturnIsWhatItsStatementMakes() {
        assertThat(count("select count(*) from marac.heard_fact")).isGreaterThan(380);
        assertThat(count(DIFFERENT)).isZero();
    }

    /// A case may be decided anew, a meeting moved and a person corrected after it was heard.
    @Test
    void whatChangesLaterChangesWhatIsKept() throws SQLException {
        for (String change : List.of(
                "update marac.triage t set undone_at = now(), undone_by = decided_by where t.id = (select triage_id from marac.repetition limit 1)",
                """
                insert into meeting.timing (id, meeting_id, starts_at, minutes, place, link, reason, since_at, set_by, version)
                select gen_random_uuid(), t.meeting_id, t.starts_at - interval '700 days', t.minutes, '', '', 'moved', now(), t.set_by, t.version + 1
                from meeting.timing t
                where exists (select from marac.heard_fact k where k.meeting_id = t.meeting_id and k.aged_16_17) limit 1
                """,
                """
                create temp table corrected on commit drop as
                select gen_random_uuid() as id, s.id as former
                from people.source_record s join marac.referred_person p on p.person_id = s.id and p.part = 'VICTIM'
                where s.sex = 'Female' and exists (select from marac.heard_fact k where k.record_id = p.record_id) limit 1;
                insert into access.record (id, kind, reference, owner_id, registered_at)
                select c.id, 'PERSON', 'P-INVENTED-CORRECTION', r.owner_id, now()
                from corrected c join access.record r on r.id = c.former;
                insert into people.source_record
                select (jsonb_populate_record(s, jsonb_build_object('id', c.id, 'supersedes_id', s.id, 'sex', 'Male'))).*
                from corrected c join people.source_record s on s.id = c.former
                """)) {
            try (Connection database =
                            demonstration.part(DemonstrationOwner.class).connect();
                    var asked = database.createStatement()) {
                asked.execute("create temp table before on commit drop as table marac.heard_fact");
                asked.execute(change);
                assertThat(number(asked, "select count(*) from (table marac.heard_fact except table before) x"))
                        .as(change)
                        .isPositive();
                assertThat(number(asked, DIFFERENT)).as(change).isZero();
                database.rollback();
            }
        }
    }

    @Test
    void whatIsKeptCanBeMadeAnew() throws SQLException {
        try (Connection database = demonstration.part(DemonstrationOwner.class).connect();
                var asked = database.createStatement()) {
            asked.execute("delete from marac.heard_fact");
            long made = number(asked, "select marac.rebuild_facts()");
            assertThat(made).isGreaterThan(380);
            assertThat(number(asked, DIFFERENT)).isZero();
            database.rollback();
        }
    }

    private static final String DIFFERENT = """
            with made as (
                select f.* from (
                    select array_agg(x.meeting_id) as meetings, array_agg(x.record_id) as records
                    from (select distinct i.meeting_id, i.record_id from meeting.item_event e
                          join meeting.item i on i.id = e.item_id join marac.referral r on r.id = i.record_id
                          where e.what = 'HEARD') x) y
                cross join lateral marac.facts_of(y.meetings, y.records, '{}') f)
            select count(*) from (
                (table marac.heard_fact except table made) union all (table made except table marac.heard_fact)) z
            """;

    private static long number(Statement asked, String question) throws SQLException {
        try (var rows = asked.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String unknown(ReturnCell cell) {
        String heard =
                " from (select distinct i.meeting_id, i.record_id from meeting.item_event e join meeting.item i on i.id = e.item_id"
                        + " where e.what = 'HEARD') h ";
        String person =
                "join marac.referred_person p on p.record_id = h.record_id join people.source_record s on s.id = p.person_id ";
        return "select count(*)" + heard
                + switch (cell) {
                    case MALE ->
                        person + "where p.part = 'VICTIM' and s.standing = 'VICTIM' and s.sex in ('', 'Not known')";
                    case AGED_16_17 -> person + "where s.standing = 'VICTIM' and s.born_on is null";
                    case HARMERS_UNDER_18 -> person + "where s.standing = 'PERPETRATOR' and s.born_on is null";
                    default ->
                        "where not exists (select from marac.statement x where x.record_id = h.record_id and x.topic = '"
                                + cell.name() + "' and x.answer in ('YES', 'NO'))";
                };
    }

    private static String counting(ReturnCell cell) {
        String heard =
                " from (select distinct i.meeting_id, i.record_id from meeting.item_event e join meeting.item i on i.id = e.item_id"
                        + " where e.what = 'HEARD') h join meeting.timing t on t.meeting_id = h.meeting_id"
                        + " and not exists (select from meeting.timing l where l.meeting_id = t.meeting_id and l.version > t.version)"
                        + " join marac.referral f on f.id = h.record_id ";
        String person =
                " join marac.referred_person p on p.record_id = f.id join people.source_record s on s.id = p.person_id ";
        String now = " where (t.starts_at at time zone 'Europe/London')::date <= access.today() ";
        String age = "date_part('year', age((t.starts_at at time zone 'Europe/London')::date, s.born_on)) ";
        return "select count(*)" + heard
                + switch (cell) {
                    case CASES -> now;
                    case REPEATS ->
                        now
                                + "and f.id in (select g.record_id from marac.triage g join marac.repetition r on r.triage_id = g.id"
                                + " where g.undone_at is null)";
                    case CHILDREN -> person + now + "and s.standing = 'CHILD' and p.in_household <> 'NO'";
                    case FROM_POLICE -> now + "and f.agency_id in (select id from access.agency where kind = 'POLICE')";
                    case FROM_PARTNERS ->
                        now + "and f.agency_id in (select id from access.agency where kind <> 'POLICE')";
                    case MINORITISED, DISABILITY, LGBT ->
                        now
                                + "and exists (select from marac.statement x where x.record_id = f.id and x.answer = 'YES' and x.topic = '"
                                + cell.name() + "')";
                    case MALE -> person + now + "and s.standing = 'VICTIM' and s.sex = 'Male'";
                    case AGED_16_17 -> person + now + "and s.standing = 'VICTIM' and " + age + "in (16, 17)";
                    case HARMERS_UNDER_18 -> person + now + "and s.standing = 'PERPETRATOR' and " + age + "< 18";
                    case FROM_IDVA -> now + of("'VICTIM_SERVICE'");
                    case FROM_CHILDRENS_SOCIAL_CARE -> now + of("'CHILDRENS_SERVICES'");
                    case FROM_SECONDARY_CARE -> now + of("'HOSPITAL'");
                    case FROM_HOUSING -> now + of("'HOUSING_ASSOCIATION', 'DISTRICT_COUNCIL'");
                    case FROM_VOLUNTARY -> now + of("'REFUGE', 'CHARITY', 'SPECIALIST_SERVICE'");
                    case FROM_OTHER -> now + of("'PARTNERSHIP', 'FIRE', 'COUNTY_COUNCIL', 'PERPETRATOR_SERVICE'");
                    case FROM_PRIMARY_CARE,
                            FROM_MENTAL_HEALTH,
                            FROM_EDUCATION,
                            FROM_PROBATION,
                            FROM_ADULT_SOCIAL_CARE,
                            FROM_SUBSTANCE_MISUSE -> now + of("'" + cell.name().substring("FROM_".length()) + "'");
                };
    }

    private static String of(String kinds) {
        return "and f.agency_id in (select id from access.agency where kind in (" + kinds + "))";
    }

    /// A case by the use cases, from its referral to its reported action, and an invented one lie in
    /// the same tables and lack the same columns.
    @Test
    void anInventedCaseLiesAsOneByTheUseCases() {
        CaseByUseCases.Heard made = CaseByUseCases.in(demonstration).hear();
        UUID alike = owner().sql("""
                        select r.id from marac.referral r
                        where r.referred_on < access.today() - 60
                          and r.agency_id = (select agency_id from marac.referral where id = :made)
                          and exists (select from risk.assessment a where a.record_id = r.id and a.grade is null)
                          and not exists (select from marac.sharing_decision d where d.record_id = r.id)
                          and not exists (select from marac.repetition p where p.record_id = r.id or p.earlier_id = r.id)
                          and not exists (select from marac.triage t where t.record_id = r.id and t.outcome = 'EMERGENCY')
                          and exists (select from marac.referred_person p where p.record_id = r.id and p.part = 'CHILDREN')
                          and not exists (select from marac.referred_person p join people.source_record s on s.id = p.person_id
                                          where p.record_id = r.id and s.born_on is null)
                          and 2 = (select count(*) from people.address a join marac.referred_person p on p.person_id = a.record_id
                                   where p.record_id = r.id)
                          and exists (select from people.stated a join marac.referred_person p on p.person_id = a.record_id
                                      where p.record_id = r.id)
                          and 2 = (select count(distinct c.after_meeting) from marac.contact c where c.record_id = r.id)
                          and exists (select from marac.research_item i where i.record_id = r.id)
                          and not exists (select from marac.research_item i where i.record_id = r.id and i.shared_at is null)
                        order by r.referred_at limit 1
                        """)
                .param("made", made.referral())
                .query(UUID.class)
                .single();
        Map<String, String> byUseCases = Shape.of(owner(), made.referral());
        // A draft is its author's; once sent it is an empty row that nobody reads.
        byUseCases.keySet().removeIf(column -> column.startsWith("marac.draft."));
        assertThat(Shape.of(owner(), alike)).isEqualTo(byUseCases);
        assertThat(byUseCases).hasSizeGreaterThan(200);
        UUID held = owner().sql("select meeting_id from meeting.item where record_id = :case")
                .param("case", alike)
                .query(UUID.class)
                .single();
        var meeting = Shape.ofMeeting(owner(), held);
        meeting.replace("meeting.attendance.statement_signed_on", "something");
        assertThat(meeting).isEqualTo(Shape.ofMeeting(owner(), made.meeting()));
    }

    @Test
    void theSameSpanMakesTheSameRows() throws SQLException {
        var span = new Span(7, 6, LocalDate.of(2023, 1, 2), LocalDate.of(2023, 6, 30), 40, 14);
        assertThat(digest(span)).isEqualTo(digest(span));
        assertThat(digest(new Span(8, 6, span.from(), span.until(), 40, 14))).isNotEqualTo(digest(span));
    }

    private static String digest(Span span) throws SQLException {
        try (Connection database = demonstration.part(DemonstrationOwner.class).connect();
                var asked = database.createStatement()) {
            new InventedHistory(database).write(span);
            try (var rows = asked.executeQuery("""
                    select md5(string_agg(x, ',' order by x)) from (
                        select (to_jsonb(s) - 'written_in')::text as x from people.source_record s where s.received_at < '2023-07-01'
                        union all select to_jsonb(a)::text from meeting.action_state a where a.at < '2023-10-01'
                        union all select to_jsonb(r)::text from access.record r where r.registered_at < '2023-07-01'
                        union all select to_jsonb(k)::text from people.record_key k join people.source_record s on s.id = k.record_id
                            where s.received_at < '2023-07-01') all_of
                    """)) {
                rows.next();
                return rows.getString(1);
            } finally {
                database.rollback();
            }
        }
    }

    @Test
    void noDatabaseOfRealPeopleIsGivenAHistory() throws SQLException {
        assertThat(live.getBeanProvider(DemonstrationOwner.class).stream()).isEmpty();
        try (Connection database = OwnerDatabase.connection(live)) {
            database.setAutoCommit(false);
            var history = new InventedHistory(database);
            var span = new Span(1, 1, LocalDate.of(2025, 1, 6), LocalDate.of(2025, 3, 31), 8, 14);
            assertThatThrownBy(() -> history.write(span)).hasMessageContaining("real people");
            database.rollback();
        }
    }

    private static Viewer viewer(Role role) {
        return demonstration.part(Demonstration.class).acting().stream()
                .map(Demonstration.Acting::viewer)
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private static long count(String question) {
        return owner().sql(question).query(Long.class).single();
    }
}
