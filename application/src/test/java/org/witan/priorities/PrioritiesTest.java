package org.witan.priorities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Presence;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.priorities.Problem.Osara;
import org.witan.shared.Identity;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;
import org.witan.statistics.comparison.Period;

/// The Tactical Priorities Group, over HTTP and in the database: what changed, problems, priorities, tasks; and that no
/// person reaches it.
class PrioritiesTest extends RunningApplication {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final String mark = "Invented " + UUID.randomUUID();

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Problems problems;

    @Autowired
    private Scoring scoring;

    @Autowired
    private Profiling profiling;

    @Autowired
    private Tasking tasking;

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private JdbcClient database;

    private UUID team;
    private Viewer member;
    private Viewer analyst;

    @BeforeEach
    void theGroup() {
        team = partnership().agency("POLICE");
        member = partnership().viewer(team, Role.TASKING_MEMBER, Purpose.TASKING);
        analyst = partnership().viewer(team, Role.ANALYST, Purpose.STATISTICS);
    }

    // ------------------------------------------------------------------------------------------------ no person

    @Test
    void noPersonOfTheMaracReachesThisGroup() {
        UUID file = partnership().record(RecordKind.CASE, team);
        partnership()
                .run(
                        "insert into access.assignment (record_id, account_id, from_at) values (?, ?, now())",
                        file,
                        member.account());
        for (Viewer viewer : List.of(member, analyst)) {
            for (String table : List.of(
                    "access.record",
                    "access.sight",
                    "people.source_record",
                    "marac.referral",
                    "risk.assessment",
                    "meeting.item",
                    "meeting.action",
                    "access.note")) {
                assertThat(rows(viewer, table))
                        .as(viewer.role() + " in " + table)
                        .isZero();
            }
        }
    }

    @Test
    void noTableOfThisModuleHasAColumnForAPerson() {
        assertThat(partnership().asked("""
                        select c.relname || '.' || a.attname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                        where n.nspname = 'priorities' and c.relkind in ('r', 'v')
                          and a.attname ~ '(person|victim|perpetrator|suspect|record|referral|birth|surname|given_name|postcode|address)'
                        """)).isEmpty();
        assertThat(partnership().asked("""
                        select conname from pg_constraint k join pg_class c on c.oid = k.confrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_class own on own.oid = k.conrelid join pg_namespace o on o.oid = own.relnamespace
                        where o.nspname = 'priorities' and k.contype = 'f'
                          and n.nspname || '.' || c.relname not in ('access.agency', 'access.account', 'meeting.board',
                              'priorities.problem', 'priorities.task')
                        """)).isEmpty();
    }

    @Test
    void noClassOfThisModuleTouchesPersonsReferralsOrRisks() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.witan.priorities..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.witan.people..", "org.witan.marac..", "org.witan.risk..", "org.witan.linkage..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.witan.priorities"));
    }

    @Test
    void onlyTheGroupWritesAndOnlyTheGroupAndItsAnalystRead() {
        UUID problem = problem();
        assertThat(rows(analyst, "priorities.problem where id = '" + problem + "'"))
                .isOne();
        var coordinator = partnership().viewer(team, Role.COORDINATOR, Purpose.MARAC);
        assertThat(rows(coordinator, "priorities.problem")).isZero();
        assertThat(database.sql("select count(*) from priorities.problem")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    // ----------------------------------------------------------------------------------------------- the district

    @Test
    void theProfileSaysWhatChangedWhetherItIsRealAndWhatHarmItStandsFor() throws Exception {
        var page = get("/priorities/profile?area=E07000196&period=2021-22", member);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("South Staffordshire, 2021-22", "Too close to call", "More than chance explains")
                .contains("It hides what has short sentences", "365 each", "Cambridge Crime Harm Index")
                .contains("Stalking and harassment", "Pandemic");
        assertThat(get("/priorities/profile.csv?area=E07000196&period=2021-22", member)
                        .body())
                .contains("RESTRICTED", "Never rank by harm alone", "Robbery");
        assertThat(get("/priorities/profile?area=E07000196&period=nonsense", member)
                        .statusCode())
                .isEqualTo(422);
        assertThat(get("/priorities/profile?area=E99999999", member).body()).contains("There is no such area");
        assertThat(partnership().deedsOf(member.account())).contains("READ profile DONE", "EXPORT profile DONE");
    }

    @Test
    void everyDistrictIsLookedAtAtOnceAndOnlyWhatChanceDoesNotExplainIsListed() throws Exception {
        var page = get("/priorities/areas?period=2021-22", member);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "South Staffordshire", "Stoke-on-Trent", "All types in Lichfield", "More than chance explains")
                .contains("comparisons chance alone would tell about")
                .doesNotContain("<td class=\"govuk-table__cell\" data-label=\"Is it real?\">Too close to call");
        assertThat(get("/priorities/areas?period=nonsense", member).statusCode())
                .isEqualTo(422);
        assertThat(get("/priorities/areas.csv?period=2021-22", analyst).body())
                .contains("RESTRICTED", "Never rank by harm alone", "Lichfield", "Too close to call");
        assertThat(partnership().deedsOf(analyst.account())).contains("EXPORT profile DONE");
    }

    @Test
    void theProfileOfOneDistrictIsTheSameAloneAndAmongAll() {
        var period = Period.financialYear(2020);
        var all = profiling.ofAll(member, PlaceKind.ANY, period, Verb.READ);
        assertThat(all).hasSize(10).allSatisfy(profile -> {
            assertThat(profiling.of(member, profile.code(), PlaceKind.ANY, period, Verb.READ))
                    .contains(profile);
            assertThat(profile.lines())
                    .allSatisfy(line -> assertThat(line.years())
                            .hasSizeBetween(1, 5)
                            .last()
                            .satisfies(year -> assertThat(year.count()).isEqualTo(line.now())));
        });
    }

    @Test
    void harmIsTheCountTimesTheWeightAndWhatHasNoWeightHasNoHarm() {
        var profile = profiling
                .of(member, "E07000196", PlaceKind.ANY, Period.financialYear(2021), Verb.READ)
                .orElseThrow();
        assertThat(profile.lines()).hasSizeGreaterThan(20).allSatisfy(line -> {
            if (line.weight() != null && line.now() != null) {
                assertThat(line.harm()).isEqualTo(line.now() * line.weight().days());
            } else {
                assertThat(line.harm()).isNull();
            }
        });
        assertThat(profile.lines().getFirst().harm())
                .isGreaterThanOrEqualTo(profile.lines().get(5).harm());
    }

    /// The measure of the issue is under a second; the warm answer is a hundredth of that.
    @Test
    void theProfileOfEveryDistrictComesAtOnceWhenItWasAskedBefore() {
        var period = Period.financialYear(2021);
        profiling.of(member, "E07000196", PlaceKind.ANY, period, Verb.READ);
        long begun = System.nanoTime();
        profiling.of(member, "E07000196", PlaceKind.ANY, period, Verb.READ);
        assertThat(System.nanoTime() - begun).isLessThan(1_000_000_000L);
    }

    @Test
    void theMonthsOfTheYearStandBesideEachOtherOverTheYears() throws Exception {
        String asked = "?offences=violence-without-injury&area=E23000015&period=2021-22";
        var page = get("/priorities/seasons" + asked, member);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("January", "December", "2021-22", "Times the mean", "February is shorter");
        assertThat(get("/priorities/seasons.csv" + asked, analyst).body()).contains("RESTRICTED", "August");
        assertThat(get("/priorities/seasons?period=2021-22-Q1", member).statusCode())
                .isEqualTo(422);
        assertThat(get("/priorities/reviews.csv", member).body()).contains("RESTRICTED");
        assertThat(get("/priorities/near-repeats.csv", member).statusCode())
                .as("the store of the tests has no points")
                .isEqualTo(404);
    }

    @Test
    void aMapWithNoPointsSaysSoInWords() throws Exception {
        // The store of the tests holds records of single crimes and no street file.
        var page = get("/priorities/places", member);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("There is nothing to show on a map", "Nothing is loaded")
                .doesNotContain("<svg");
        assertThat(get("/priorities/places?period=2021-22", member).body())
                .contains("There is nothing to show on a map");
        assertThat(get("/priorities/near-repeats?period=2021-22", member).statusCode())
                .isEqualTo(200);
        assertThat(get("/priorities/places?offences=stalking&period=2021-22", member)
                        .statusCode())
                .isEqualTo(422);
    }

    // ------------------------------------------------------------------------------------------------- problems

    @Test
    void aProblemIsWrittenInVersionsAndAStaleOneIsNotLost() throws Exception {
        UUID problem = problem();
        String path = "/priorities/problems/" + problem;
        assertThat(post(path + "/osara", "version=0", member).body()).contains("Write the objective");
        assertThat(post(path + "/osara", "version=0&objective=first&harmed=shops", member)
                        .statusCode())
                .isEqualTo(302);
        var stale = post(path + "/osara", "version=0&objective=second", member);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Somebody else changed this", "first", "second");
        assertThat(get(path, member).body()).contains("first", "A side of the triangle is empty");
        problems.write(
                member,
                problem,
                new Osara(1, "third", "", "", "", "", "a", "b", "c", Set.of(Problem.Principle.SURVEILLANCE)));
        assertThat(get(path, member).body())
                .contains("third", "Let it be seen")
                .doesNotContain("A side of the triangle is empty");
    }

    @Test
    void aTaskForAnAgencyThatIsNotAtTheMeetingIsRefusedUntilItWasAsked() throws Exception {
        UUID problem = problem();
        UUID board = board();
        UUID absent = partnership().agency("HOUSING_ASSOCIATION");
        String form = "id=" + Identity.at(Instant.now()) + "&board=" + board + "&agency=" + absent + "&words="
                + Sender.encoded(mark) + "&due="
                + Sender.encoded(Days.typed(LocalDate.now(HERE).plusDays(20)));
        var refused = post("/priorities/problems/" + problem + "/tasks/new", form, member);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("does not take part in the board", "Ask it first", mark);
        assertThat(partnership().count("select count(*) from priorities.task where words = ?", mark))
                .isZero();
        assertThat(post("/priorities/problems/" + problem + "/tasks/new", form + "&asked=yes", member)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/priorities/problems/" + problem, member).body())
                .contains(mark, "Not at the meeting; asked otherwise");
    }

    @Test
    void aTaskIsReportedAndNotPossibleIsNotNotDone() throws Exception {
        UUID problem = problem();
        UUID task = task(problem, team);
        String path = "/priorities/problems/" + problem + "/tasks/" + task;
        assertThat(post(path, "version=0&state=NOT_POSSIBLE", member).body())
                .contains("Write what was done, or why not");
        assertThat(post(path, "version=0&state=NOT_POSSIBLE&words=the+shop+closed", member)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/priorities/problems/" + problem, member).body()).contains("Not possible", "the shop closed");
        assertThat(post("/priorities/problems/" + problem() + "/tasks/" + task, "state=DONE&words=x", member)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theAgencySeesItsTaskAmongItsActionsAcceptsItAndSaysWhenItWasDone() throws Exception {
        UUID agency = partnership().agency("HOUSING_ASSOCIATION");
        UUID task = task(problem(), agency);
        Viewer speaks = partnership().viewer(agency, Role.REPRESENTATIVE, Purpose.MARAC);
        String path = "/priorities/tasks/" + task;
        assertThat(get("/actions", speaks).body()).contains("Tasks of the Tactical Priorities Group", mark);
        assertThat(get("/work", speaks).body()).contains("waits to be accepted");
        assertThat(post(path, "version=0&state=COMPLETE&words=x&done=1/1/2026", speaks)
                        .statusCode())
                .as("what nobody accepted cannot be complete")
                .isEqualTo(404);
        assertThat(post(path, "version=0&state=ACCEPTED", speaks).statusCode()).isEqualTo(302);
        assertThat(get(path, speaks).body()).contains("In progress", "Complete").doesNotContain("value=\"SUPERSEDED\"");
        assertThat(post(path, "version=1&state=COMPLETE&words=lamps+mended&done=1/1/2099", speaks)
                        .body())
                .contains("Enter a day that is not to come");
        assertThat(post(path, "version=1&state=COMPLETE&words=lamps+mended&done=1/1/2026", speaks)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/priorities/tasks", speaks).body()).doesNotContain(mark);
        assertThat(get("/actions", speaks).body()).doesNotContain(mark);
        assertThat(get("/priorities/tasks.csv", speaks).headers().firstValue("Location"))
                .as("a file is taken by whoever proves that they are there")
                .hasValueSatisfying(to -> assertThat(to).endsWith("/prove-presence"));
        String present = Sessions.cookieOf(speaks, new Presence(Instant.now()), application);
        assertThat(new Sender(address(), present).get("/priorities/tasks.csv").body())
                .contains("RESTRICTED");
    }

    @Test
    void anAgencyWritesTheNextReportOfAnOpenTaskOfItsOwnAndNoOther() {
        UUID agency = partnership().agency("HOUSING_ASSOCIATION");
        UUID task = task(problem(), agency);
        Viewer speaks = partnership().viewer(agency, Role.REPRESENTATIVE, Purpose.MARAC);
        Viewer other =
                partnership().viewer(partnership().agency("HOUSING_ASSOCIATION"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThatThrownBy(() -> report(speaks, task, 2, "ACCEPTED"))
                .as("not the next")
                .isInstanceOf(BadSqlGrammarException.class);
        assertThatThrownBy(() -> report(other, task, 1, "ACCEPTED"))
                .as("of another agency")
                .isInstanceOf(BadSqlGrammarException.class);
        report(speaks, task, 1, "ACCEPTED");
        assertThatThrownBy(() -> report(speaks, task, 1, "IN_PROGRESS"))
                .as("taken")
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> report(speaks, task, 1_000_000, "IN_PROGRESS"))
                .as("far ahead, so that nobody could report after it")
                .isInstanceOf(BadSqlGrammarException.class);
        report(speaks, task, 2, "NOT_POSSIBLE");
        assertThatThrownBy(() -> report(speaks, task, 3, "IN_PROGRESS"))
                .as("closed")
                .isInstanceOf(BadSqlGrammarException.class);
        assertThat(partnership().count("select max(number) from priorities.task_report where task_id = ?", task))
                .isEqualTo(2);
    }

    private void report(Viewer viewer, UUID task, int number, String state) {
        witnessing.witness(
                viewer,
                Deed.of(Verb.CHANGE, "task"),
                _ -> database.sql("""
                                insert into priorities.task_report (id, task_id, number, state, words, reported_at, reported_by)
                                values (:id, :task, :number, :state, 'Invented', now(), :account)
                                """)
                        .param("id", Identity.at(Instant.now()))
                        .param("task", task)
                        .param("number", number)
                        .param("state", state)
                        .param("account", viewer.account())
                        .update());
    }

    @Test
    void aTaskIsSeenByItsAgencyAndByNoOther() throws Exception {
        UUID task = task(problem(), partnership().agency("HOUSING_ASSOCIATION"));
        UUID stranger = partnership().agency("HOUSING_ASSOCIATION");
        Viewer other = partnership().viewer(stranger, Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(get("/priorities/tasks/" + task, other).statusCode()).isEqualTo(404);
        assertThat(post("/priorities/tasks/" + task, "version=0&state=ACCEPTED", other)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/priorities/tasks", other).body()).doesNotContain(mark);
        assertThat(rows(other, "priorities.problem")).isZero();
        assertThat(get("/priorities/tasks/" + task, partnership().viewer(stranger, Role.COORDINATOR, Purpose.MARAC))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aTaskThatIsAskedForStandsInTheWorkOfItsAgencyUntilItReports() throws Exception {
        UUID agency = partnership().agency("HOUSING_ASSOCIATION");
        UUID task = task(problem(), agency);
        Viewer speaks = partnership().viewer(agency, Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(post("/priorities/tasks/chase", "", member).statusCode()).isEqualTo(302);
        post("/priorities/tasks/chase", "", member);
        assertThat(partnership().count("select count(*) from priorities.task_chase where task_id = ?", task))
                .as("it is asked for once, until somebody reports")
                .isOne();
        assertThat(get("/work", speaks).body()).contains("asks how 1 task stands");
        post("/priorities/tasks/" + task, "version=0&state=ACCEPTED", speaks);
        assertThat(get("/work", speaks).body()).doesNotContain("asks how 1 task stands");
    }

    @Test
    void whoeverReportsATaskSecondIsToldWhatTheFirstSaidAndLosesNothing() throws Exception {
        UUID task = task(problem(), team);
        String path = "/priorities/tasks/" + task;
        post(path, "version=0&state=ACCEPTED&words=first", member);
        var second = post(path, "version=0&state=NOT_POSSIBLE&words=second", member);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Accepted", "first", "second");
    }

    // ------------------------------------------------------------------------------------------- weights and scales

    @Test
    void aScoreStaysWithTheScaleItWasMadeWith() throws Exception {
        Viewer loader = partnership().viewer(team, Role.ANALYST, Purpose.STATISTICS);
        String page = get("/priorities/scales/criteria", loader).body();
        assertThat(page).contains("PHYSICAL, HARM, 4, 2");
        String since = Sender.encoded(Days.typed(LocalDate.now(HERE).plusDays(30)));
        String newest = page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        String form = "version=" + newest + "&since=" + since + "&source=Invented+scale+" + newest + "&rows=";
        assertThat(post("/priorities/scales/criteria", form + "X,HARM", loader).body())
                .contains("Line 1: write name, section");
        assertThat(post("/priorities/scales/criteria", form + "PHYSICAL,HARM,4,1,Invented", loader)
                        .body())
                .contains("needs something that weighs in HARM and in LIKELIHOOD");
        String rows = Sender.encoded("ONE_THING, HARM, 2, 1, Invented, with a comma\nOFTEN, LIKELIHOOD, 2, 1, Often");
        assertThat(post("/priorities/scales/criteria", form + rows, loader).statusCode())
                .isEqualTo(302);
        assertThat(post("/priorities/scales/criteria", form + rows, loader).body())
                .as("the same version is not loaded twice")
                .contains("Somebody else loaded a version meanwhile", "ONE_THING");
        assertThat(get("/priorities/scales", member).body())
                .contains("Invented scale " + newest, "Invented, with a comma", "Will be used from", "In use since");
        int loaded = Integer.parseInt(newest) + 1;
        UUID problem = problem();
        for (int version : new int[] {1, loaded}) {
            partnership()
                    .run(
                            "insert into priorities.score (id, problem_id, version, levels, scored_at, scored_by) values (?, ?, ?, cast(? as jsonb), now(), ?)",
                            Identity.at(Instant.now()),
                            problem,
                            version,
                            version == 1 ? "{\"PHYSICAL\": 4}" : "{\"ONE_THING\": 2, \"OFTEN\": 2}",
                            member.account());
            assertThat(get("/priorities/problems/" + problem, member).body())
                    .contains((version == 1 ? "0" : "100") + " of 100, by scale " + version);
        }
    }

    @Test
    void weightsAreLoadedByTheAnalystForADayToComeAndNoneIsChanged() throws Exception {
        String page = get("/priorities/scales/weights", analyst).body();
        String newest = page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        String form = "version=" + newest + "&source=Invented+weights&since=";
        String since = Sender.encoded(Days.typed(LocalDate.now(HERE).plusDays(30)));
        assertThat(post("/priorities/scales/weights", form + "1/1/2020&rows=robbery,400", analyst)
                        .body())
                .contains("Enter a day from today on", "robbery,400");
        assertThat(post("/priorities/scales/weights", form + since + "&rows=no-such-set,4%0Arobbery,many", analyst)
                        .body())
                .contains("Line 1: there is no such offence set", "Line 2: the days are a number");
        assertThat(post("/priorities/scales/weights", form + since + "&rows=robbery,400", member)
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/priorities/scales/weights", form + since + "&rows=robbery,400%0Aarson,1,floor", analyst)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/priorities/scales.csv", member).body())
                .contains("RESTRICTED", "Invented weights", "Cambridge Crime Harm Index");
        assertThat(profiling
                        .of(member, "E07000196", PlaceKind.ANY, Period.financialYear(2021), Verb.READ)
                        .orElseThrow()
                        .lines())
                .filteredOn(line -> line.offences().equals("robbery"))
                .singleElement()
                .satisfies(line -> assertThat(line.weight())
                        .extracting(Profile.Weight::days)
                        .isEqualTo(365.0));
    }

    @Test
    void schoolsAndPublicSpaceAreLookedAtByThemselves() throws Exception {
        var school = profiling
                .of(member, "E23000015", PlaceKind.SCHOOL, Period.financialYear(2021), Verb.READ)
                .orElseThrow();
        var any = profiling
                .of(member, "E23000015", PlaceKind.ANY, Period.financialYear(2021), Verb.READ)
                .orElseThrow();
        assertThat(sum(school)).isPositive().isLessThan(sum(any));
        assertThat(get("/priorities/profile?period=2021-22&place=SCHOOL", member)
                        .body())
                .contains("schools and colleges, 2021-22");
        assertThat(get("/priorities/areas.csv?period=2021-22&place=PUBLIC_SPACE", member)
                        .body())
                .contains("public space, 2021-22");
        assertThat(get("/priorities/problems/" + problem(), member).body()).contains("schools and colleges");
        assertThat(get("/priorities/places", member).body()).contains("do not tell the kind of place");
    }

    private static long sum(Profile profile) {
        return profile.lines().stream()
                .mapToLong(line -> line.now() == null ? 0 : line.now())
                .sum();
    }

    private UUID task(UUID problem, UUID agency) {
        UUID task = Identity.at(Instant.now());
        tasking.give(
                member,
                new Tasking.Given(
                        task,
                        problem,
                        board(),
                        agency,
                        mark,
                        LocalDate.now(HERE).plusDays(3),
                        true));
        return task;
    }

    @Test
    void aPriorityHasALeadTacticsAndADay() throws Exception {
        UUID problem = problem();
        String path = "/priorities/problems/" + problem + "/priority";
        String agency = "version=0&agency=" + team;
        assertThat(post(path, agency + "&tactics=patrol&review=1/1/2020", member)
                        .body())
                .contains("Enter a day from today on");
        String review =
                "&review=" + Sender.encoded(Days.typed(LocalDate.now(HERE).plusDays(40)));
        assertThat(post(path, agency + "&tactics=patrol" + review, member).statusCode())
                .isEqualTo(302);
        assertThat(post(path, agency + "&tactics=other" + review, member).statusCode())
                .isEqualTo(409);
        assertThat(get("/priorities", member).body()).contains(mark, "looked at again on");
        assertThat(get("/priorities.csv", member).body()).contains("RESTRICTED", mark);
        assertThat(post(path, agency, analyst).statusCode()).isEqualTo(404);
    }

    @Test
    void aPriorityEndsOnceWithWhatCameOfItAndCanBecomeOneAgain() throws Exception {
        UUID problem = problem();
        String sheet = "/priorities/problems/" + problem;
        String path = sheet + "/priority";
        String review =
                "&review=" + Sender.encoded(Days.typed(LocalDate.now(HERE).plusDays(40)));
        assertThat(post(path + "/end", "version=0&because=Invented", member).statusCode())
                .as("what is none cannot end")
                .isEqualTo(409);
        post(path, "version=0&agency=" + team + "&tactics=patrol" + review, member);
        task(problem, team);
        assertThat(get(path + "/end", member).body()).contains("One task of it is still to be done");
        assertThat(post(path + "/end", "version=1&because=", member).body()).contains("Write what came of it");
        assertThat(post(path + "/end", "version=1&because=Invented:+fewer+calls", analyst)
                        .statusCode())
                .isEqualTo(404);
        for (int press = 0; press < 2; press++) {
            assertThat(post(path + "/end", "version=1&because=Invented:+fewer+calls", member)
                            .statusCode())
                    .as("sent twice, it ends once")
                    .isEqualTo(302);
        }
        assertThat(get(path + "/end", member).statusCode()).isEqualTo(404);
        assertThat(post(path + "/end", "version=1&because=Invented:+twice", member)
                        .statusCode())
                .isEqualTo(409);
        assertThat(get(sheet, member).body())
                .contains("It is no priority.", "Invented: fewer calls", "patrol")
                .doesNotContain("End this priority", "Invented: twice");
        assertThat(problems.all(member, Verb.LIST).stream()
                        .filter(one -> one.id().equals(problem))
                        .map(Problems.Line::reviewOn))
                .containsOnlyNulls();
        assertThat(post(path, "version=2&agency=" + team + "&tactics=lighting" + review, member)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get(sheet, member).body())
                .contains("lighting", "End this priority")
                .doesNotContain("It is no priority.", "Invented: fewer calls");
    }

    @Test
    void aScoreNeedsEveryLevelAndShowsItsSections() throws Exception {
        UUID problem = problem();
        String path = "/priorities/problems/" + problem + "/score";
        var levels = new StringBuilder("id=" + UUID.randomUUID());
        scoring.scale(member)
                .forEach(
                        one -> levels.append("&").append(one.code()).append("=").append(one.most()));
        assertThat(post(path, "PHYSICAL=4", member).statusCode()).isEqualTo(422);
        assertThat(post(path, levels.toString().replace("TREND=4", "TREND=5"), member)
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(path, levels.toString(), member).statusCode()).isEqualTo(302);
        assertThat(get("/priorities/problems/" + problem, member).body())
                .contains("Risk (harm times likelihood): 100 of 100, by scale 1");
    }

    @Test
    void anEffectAtSchoolsIsCountedFromSingleCrimesAndOneOfWhatIsNotLoadedIsRefusedInWords() throws Exception {
        UUID problem = problem();
        String path = "/priorities/problems/" + problem + "/effect";
        String form = "id=" + UUID.randomUUID() + "&before=2020-21&after=2021-22";
        assertThat(post(path, form, member).body()).contains("Choose at least one other area");
        assertThat(post(path, form.replace("after=2021-22", "after=2020-21") + "&against=E07000192", member)
                        .body())
                .contains("The time before must end");
        assertThat(post(path, form + "&against=E07000192", member).statusCode()).isEqualTo(302);
        String sheet = "/priorities/problems/" + problem;
        assertThat(get(sheet, member).body())
                .contains("South Staffordshire: 2020-21 against 2021-22", "beyond what changed elsewhere (95 %:")
                .contains(
                        "only at this kind of place: schools and colleges",
                        "Counted in the whole of South Staffordshire");
        String never = form.replaceAll("id=[^&]+", "id=" + UUID.randomUUID())
                .replace("before=2020-21", "before=1990-91")
                .replace("after=2021-22", "after=1991-92");
        assertThat(post(path, never + "&against=E07000192", member).statusCode())
                .isEqualTo(302);
        assertThat(get(sheet, member).body()).contains("1990-91 against 1991-92", "Nothing is loaded for");
    }

    @Test
    void aProblemKeepsItsHotPlaceAndItsEffectIsCountedThere() throws Exception {
        String asked = "offences=police-uk-violence-and-sexual-offences&grid=SJ+861+034&near=E01029626&area=";
        assertThat(get("/priorities/problems/new?" + asked + "E07000196", member)
                        .body())
                .contains("SJ 861 034, in South Staffordshire 009A (ward Codsall)");
        assertThat(get("/priorities/problems/new?grid=3+Invented+Terrace&near=E01029626", member)
                        .body())
                .as("an address is no place that a problem keeps")
                .doesNotContain("Terrace", "South Staffordshire 009A");
        UUID problem = Identity.at(Instant.now());
        String form = "id=" + problem + "&title=" + Sender.encoded(mark) + "&place=ANY&" + asked;
        assertThat(post("/priorities/problems/new", form + "E07000192", member).body())
                .contains("choose an area that it lies in", "SJ 861 034");
        assertThat(post("/priorities/problems/new", form + "E07000196", member).statusCode())
                .isEqualTo(302);
        String sheet = "/priorities/problems/" + problem;
        assertThat(get(sheet, member).body())
                .contains("Hot place: SJ 861 034, in South Staffordshire 009A (ward Codsall)");
        assertThat(get("/priorities.csv", member).body())
                .contains(mark + "\",\"South Staffordshire\",\"any place\",\"SJ 861 034\",");

        String path = sheet + "/effect";
        assertThat(get(path, member).body())
                .contains(
                        "The small area around the place: South Staffordshire 009A", "Ward: Codsall", "Ward: Bilbrook")
                .as("its own ward is counted and nothing to compare with")
                .containsOnlyOnce("value=\"E05015057\"");
        String question = "id=" + UUID.randomUUID() + "&before=2020-21&after=2021-22&of=E01029626";
        assertThat(post(path, question + "&against=E05015057", member).body())
                .as("its own ward")
                .contains("Choose areas that share nothing with South Staffordshire 009A");
        assertThat(post(path, question + "&against=E07000196", member).body())
                .contains("Choose areas that share nothing");
        assertThat(post(path, question + "&against=E07000192&against=E07000197", member)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get(sheet, analyst).body())
                .contains("South Staffordshire 009A: 2020-21 against 2021-22, compared with Cannock Chase, Stafford")
                .contains("Counted in South Staffordshire 009A alone")
                .doesNotContain("Counted in the whole of");
        assertThat(partnership().asked("select area from priorities.effect where problem_id = ?", problem))
                .containsExactly("E01029626");
    }

    @Test
    void theSheetOfAProblemLeavesItMarkedWithTheCaveatsOfItsEffects() throws Exception {
        UUID problem = problem();
        String form = "id=" + UUID.randomUUID() + "&before=2020-21&after=2021-22&against=E07000192";
        post("/priorities/problems/" + problem + "/effect", form, member);
        String path = "/priorities/problems/" + problem + ".csv";
        var proven = new Sender(address(), Sessions.cookieOf(analyst, new Presence(Instant.now()), application));
        assertThat(proven.get(path).body())
                .contains("RESTRICTED", "Nothing here names a person", mark)
                .contains("It is no priority.", "beyond what changed elsewhere", "Counted in the whole of")
                .contains("not why. Crime may have moved next door");
        assertThat(proven.get("/priorities/problems/" + UUID.randomUUID() + ".csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(path, member).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/prove-presence"));
        assertThat(partnership().deedsOf(analyst.account())).contains("EXPORT problem DONE");
    }

    @Test
    void theClockOfACaseReviewRunsByItsNumberAlone() throws Exception {
        String number = "ASB-" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        String days = Sender.encoded("1/5/2026\n1/6/2026\n1/7/2026");
        String form = "id=" + Identity.at(Instant.now()) + "&asked=31/8/2026&complaints=" + days;
        assertThat(post("/priorities/reviews/new", form + "&number=Invented+Person", member)
                        .body())
                .contains("Enter 3 to 20 capitals");
        assertThat(post("/priorities/reviews/new", form + "&number=" + number, member)
                        .statusCode())
                .isEqualTo(302);
        assertThat(get("/priorities/reviews", member).body())
                .contains(
                        number,
                        "3 complaints in six months: there must be a review",
                        "letter was due " + Days.words(LocalDate.of(2026, 9, 28)));
    }

    private UUID problem() {
        UUID id = Identity.at(Instant.now());
        problems.add(member, id, mark, "police-uk-violence-and-sexual-offences", "E07000196", PlaceKind.SCHOOL);
        return id;
    }

    private UUID board() {
        UUID board = UUID.randomUUID();
        boards.add(member, board, BoardKind.TASKING, "Invented group " + board, "", team);
        return board;
    }

    private long rows(Viewer viewer, String table) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.COUNT, "problem"),
                _ -> database.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    private HttpResponse<String> get(String path, Viewer viewer) throws Exception {
        return new Sender(address(), Sessions.cookieOf(viewer, application)).get(path);
    }

    private HttpResponse<String> post(String path, String form, Viewer viewer) throws Exception {
        return new Sender(address(), Sessions.cookieOf(viewer, application)).send(path, form);
    }
}
