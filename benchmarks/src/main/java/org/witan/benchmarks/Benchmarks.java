package org.witan.benchmarks;

import java.time.Duration;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Measures one thing, or everything.
public final class Benchmarks {
    private static final String USAGE = """
            ./witan benchmark load [PAIRS]      load the extract, in turn with the engine's bare copy; 3 pairs
            ./witan benchmark compare [PAIRS]   questions, in turn with SQL written by hand; 40 pairs of each
            ./witan benchmark jmh               the same questions under JMH
            ./witan benchmark page [SECONDS]    the comparison page with 20 users; 30 seconds a row
            ./witan benchmark trail [ROWS]      sealing, verifying and entering, up to a chain of 1,000,000 rows
            ./witan benchmark access [SECONDS]  what the rule and the trail cost a page; 10 seconds a round
            ./witan benchmark search [PERSONS]  finding a person by the page, with the rule on; among 1,000,000 persons
            ./witan benchmark receive [PERSONS] receiving a record, with the rule and the trail; among 1,000,000 persons
            ./witan benchmark conference [SECONDS]
                                                a conference of 25 cases and 14 people, two of whom write; 600 seconds
            ./witan benchmark marac [CASES [S]] the pages of a partnership of ten years, 30 users, S seconds each; 60,000
                                                cases, 30 seconds
            ./witan benchmark linkage [PERSONS] accuracy on public sets, a million and five million invented persons from
                                                file to file, comparators under JMH; or so many persons only
            ./witan benchmark places            kernel density, near repeats, and how well hot places told a held-out month
            ./witan benchmark profile           every type of crime in a district and in all of them, over five years of a county
            ./witan benchmark all               one after the other

            The invented extract (2 GB) and its store are kept in benchmarks/target/benchmark-data.
            JAVA_TOOL_OPTIONS="-Dwitan.benchmark.folder=DIR -Dwitan.benchmark.rows=N" chooses others.""";

    private static final Duration SECONDS_OF_A_PAGE = Duration.ofSeconds(30);

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        switch (words.isEmpty() ? "help" : words.getFirst()) {
            case "load" -> new LoadMeasurement(Extract.chosen()).run(number(words, 3));
            case "compare" -> new ComparisonMeasurement(Extract.chosen()).run(number(words, 40));
            case "jmh" -> jmh();
            case "page" -> new PageMeasurement(Extract.chosen()).run(number(words, 30));
            case "trail" -> new TrailMeasurement(Extract.chosen().folder()).run(number(words, 1_000_000));
            case "access" -> new AccessMeasurement(Extract.chosen().folder()).run(number(words, 10));
            case "search" -> new PersonSearchMeasurement(Extract.chosen().folder()).run(number(words, 1_000_000));
            case "receive" -> new ReceivingMeasurement(Extract.chosen().folder()).run(number(words, 1_000_000));
            case "conference" -> new ConferenceMeasurement(Extract.chosen().folder()).run(number(words, 600));
            case "marac" ->
                new MaracMeasurement(Extract.chosen().folder())
                        .run(
                                number(words, 60_000),
                                words.size() > 2
                                        ? Duration.ofSeconds(Integer.parseInt(words.get(2)))
                                        : SECONDS_OF_A_PAGE);
            case "places" -> new PlacesMeasurement().run();
            case "profile" -> new ProfileMeasurement(Extract.chosen().folder()).run();
            case "linkage" -> {
                if (words.size() > 1) {
                    new LinkageMeasurement().persons(number(words, 0));
                } else {
                    new LinkageMeasurement().run();
                }
            }
            case "all" -> {
                new LoadMeasurement(Extract.chosen()).run(3);
                new ComparisonMeasurement(Extract.chosen()).run(40);
                jmh();
                new PageMeasurement(Extract.chosen()).run(30);
                new TrailMeasurement(Extract.chosen().folder()).run(1_000_000);
                new AccessMeasurement(Extract.chosen().folder()).run(10);
                new PersonSearchMeasurement(Extract.chosen().folder()).run(1_000_000);
                new ReceivingMeasurement(Extract.chosen().folder()).run(1_000_000);
                new ConferenceMeasurement(Extract.chosen().folder()).run(600);
                new MaracMeasurement(Extract.chosen().folder()).run(60_000, SECONDS_OF_A_PAGE);
                new LinkageMeasurement().run();
                new PlacesMeasurement().run();
                new ProfileMeasurement(Extract.chosen().folder()).run();
            }
            case LoadMeasurement.ONE_SIDE -> LoadSide.valueOf(words.get(1)).measureHere(words.get(2), words.get(3));
            case "people-side" -> LinkagePersons.side(words.get(1), words.get(2), words.get(3));
            case "help" -> System.out.println(USAGE);
            default -> {
                System.err.println("There is no such measurement.\n" + USAGE);
                System.exit(2);
            }
        }
    }

    private static int number(List<String> words, int usual) {
        return words.size() > 1 ? Integer.parseInt(words.get(1)) : usual;
    }

    private static void jmh() throws RunnerException, java.io.IOException {
        var extract = Extract.chosen();
        extract.store();
        new Runner(new OptionsBuilder()
                        .include(ComparisonBenchmark.class.getSimpleName())
                        .jvmArgs(
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx512m",
                                "-D" + Extract.FOLDER + "=" + extract.folder(),
                                "-D" + Extract.ROWS + "=" + extract.rows())
                        .build())
                .run();
    }
}
