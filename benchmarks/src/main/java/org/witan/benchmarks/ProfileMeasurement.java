package org.witan.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.witan.statistics.comparison.Answered;
import org.witan.statistics.comparison.Comparing;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.comparison.TypesOfCrime;
import org.witan.statistics.loading.Loading;
import org.witan.statistics.loading.Progress;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;
import org.witan.statistics.synthetic.SyntheticExtract;
import org.witan.statistics.synthetic.SyntheticOptions;

/// The profile of a district and of all of them at once: every type of crime against the year before, and beside five
/// years, over five invented years of one county. Each run asks of twelve months that nobody asked of before, so that
/// nothing comes from answers that are kept.
record ProfileMeasurement(Path folder) {
    private static final String JAR = "application/target/application-0.1.0-SNAPSHOT.jar";
    private static final Set<Integer> YEARS = Set.of(2019, 2020, 2021, 2022, 2023);
    private static final long ROWS = 560_000;
    private static final long SEED = 6;
    private static final int RUNS = 9;
    private static final int WARM = 3;
    private static final String DISTRICT = "E07000196";
    private static final String FORCE = "E23000015";
    private static final YearMonth LAST = YearMonth.of(2024, 3);

    void run() throws IOException, InterruptedException, SQLException {
        var definitions = Extract.definitions();
        Store store = store(definitions);
        Snapshot snapshot = store.findCurrent().orElseThrow();
        System.out.printf(
                "%nProfile over %,d rows of five years, %d types, %d areas; load average %.1f at the start%n",
                ROWS, types(snapshot, definitions).size(), areas(definitions).size(), load());
        System.out.println("| what | questions | median ms | largest of " + RUNS + " ms |");
        System.out.println("| --- | ---: | ---: | ---: |");
        try (var comparing = new Comparing(store, definitions)) {
            var one = List.of(DISTRICT);
            var all = areas(definitions);
            together("one district", comparing, types(snapshot, definitions), one);
            alone("one district, each question read for alone", comparing, types(snapshot, definitions), one);
            together("all areas", comparing, types(snapshot, definitions), all);
        }
        byHand(store, snapshot);
        pages(store);
        System.out.printf("Load average %.1f at the end%n", load());
    }

    private Store store(Definitions definitions) throws IOException {
        Files.createDirectories(folder);
        Store store = new Store(folder.resolve("profile-" + ROWS));
        if (store.findCurrent().isEmpty()) {
            Path file = folder.resolve("profile.csv");
            SyntheticExtract.write(file, ROWS, SEED, SyntheticOptions.demo().withYears(YEARS));
            new Loading(store, definitions, Clock.systemUTC()).load(List.of(file), Progress.SILENT);
            Files.delete(file);
        }
        return store;
    }

    private static List<String> types(Snapshot snapshot, Definitions definitions) {
        return TypesOfCrime.in(snapshot.coverage(), definitions.sets());
    }

    private static List<String> areas(Definitions definitions) {
        var force = definitions.areas().the(FORCE);
        return Stream.concat(
                        definitions.areas().within(force, AreaKind.DISTRICT).stream()
                                .map(area -> area.code()),
                        Stream.of(FORCE))
                .toList();
    }

    /// The last twelve months on one run, those that end a month earlier on the next.
    private static Period period(int run) {
        return Period.rolling12Months(LAST.minusMonths(run));
    }

    private static List<Question> questions(List<String> types, List<String> areas, Period period) {
        return areas.stream()
                .flatMap(area -> types.stream()
                        .flatMap(type -> Stream.of(Question.By.MONTH, Question.By.YEAR)
                                .map(by -> new Question(
                                        type,
                                        area,
                                        period,
                                        null,
                                        new Measure.Count(),
                                        Map.of(),
                                        by,
                                        Question.Audience.PARTNERSHIP,
                                        null,
                                        null))))
                .toList();
    }

    private static void together(String what, Comparing comparing, List<String> types, List<String> areas)
            throws IOException, InterruptedException, SQLException {
        print(what, questions(types, areas, period(0)).size(), run -> {
            var answers = comparing.answers(questions(types, areas, period(run)));
            if (answers.stream().anyMatch(Answered.Refused.class::isInstance)) {
                throw new IllegalStateException("a question was refused");
            }
        });
    }

    private static void alone(String what, Comparing comparing, List<String> types, List<String> areas)
            throws IOException, InterruptedException, SQLException {
        int later = RUNS + WARM;
        print(
                what,
                questions(types, areas, period(0)).size(),
                run -> questions(types, areas, period(later + run)).forEach(comparing::answer));
    }

    /// The scan alone, written by hand: every offence of every district by month.
    private static void byHand(Store store, Snapshot snapshot) throws IOException, InterruptedException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("set parquet_metadata_cache = true");
            String sql = "select year(recorded_on) * 12 + month(recorded_on), district, offence, count(*) from "
                    + store.relation(snapshot, Table.CRIME) + " where force = '" + FORCE + "' group by all";
            print("part: one reading of all rows, SQL by hand", 0, _ -> {
                try (var rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        rows.getLong(4);
                    }
                }
            });
        }
    }

    private void pages(Store store) throws IOException, InterruptedException, SQLException {
        Path jar = Path.of(System.getProperty("witan.home", ".")).resolve(JAR);
        Path home = Files.createTempDirectory(folder, "profile");
        try (var server = PageServer.start(jar, store, home, "--witan.demo=true");
                var database = TrailMeasurement.connect(home.resolve("postgres"));
                var member = SignedIn.actingFor("TASKING", server.address(), database, "TASKING_MEMBER")) {
            page("page: one district", member, "/priorities/profile?area=" + DISTRICT + "&period=", RUNS + WARM);
            page("page: all areas", member, "/priorities/areas?period=", 0);
        }
        Extract.remove(home);
    }

    /// Reads a page.
    ///
    /// @param back how many months before the last the periods begin, so that no page finds what another one kept
    private static void page(String what, SignedIn member, String path, int back)
            throws IOException, InterruptedException, SQLException {
        print(what, 0, run -> {
            var page = member.read(path + period(back + run).notation());
            if (page.statusCode() != 200 || !page.body().contains("</table>")) {
                throw new IllegalStateException("The page was not shown: " + page.statusCode());
            }
        });
    }

    /// What is done on one run.
    private interface Work {
        void run(int run) throws IOException, InterruptedException, SQLException;
    }

    private static void print(String what, int questions, Work work)
            throws IOException, InterruptedException, SQLException {
        var milliseconds = new ArrayList<Double>();
        for (int run = 0; run < WARM + RUNS; run++) {
            long start = System.nanoTime();
            work.run(run);
            if (run >= WARM) {
                milliseconds.add((System.nanoTime() - start) / 1e6);
            }
        }
        var spread = new Spread(milliseconds);
        System.out.printf(
                Locale.UK,
                "| %s | %s | %.0f | %.0f |%n",
                what,
                questions == 0 ? "–" : String.valueOf(questions),
                spread.median(),
                spread.largest());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
