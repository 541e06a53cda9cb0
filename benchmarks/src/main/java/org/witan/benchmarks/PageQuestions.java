package org.witan.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Definitions;

/// Addresses of the comparison page, as twenty analysts of one partnership might ask for them.
record PageQuestions(Random chance, List<String> areas) {
    private static final String FORCE = "E23000015";
    private static final List<String> SETS = List.of(
            "stalking",
            "harassment",
            "malicious-communications",
            "coercive-control",
            "domestic-abuse",
            "vawg-plan-page",
            "vawg-psni",
            "violence-with-injury",
            "violence-without-injury",
            "rape",
            "public-order-offences",
            "all-crime");
    private static final List<String> MEASURES = List.of("count", "rate", "share:domestic", "harm");
    private static final List<String> BREAKDOWNS = List.of("nothing", "month", "quarter", "offence", "sex");

    static PageQuestions of(Definitions definitions, long seed) {
        Area force = definitions.areas().the(FORCE);
        List<String> codes = Stream.of(
                        Stream.of(force),
                        definitions.areas().within(force, AreaKind.DISTRICT).stream(),
                        definitions.areas().within(force, AreaKind.PARTNERSHIP).stream())
                .flatMap(areas -> areas)
                .map(Area::code)
                .toList();
        return new PageQuestions(new Random(seed), codes);
    }

    /// Different questions about whole financial years.
    List<String> aboutYears(int number) {
        var addresses = new LinkedHashSet<String>();
        while (addresses.size() < number) {
            int year = 2018 + chance.nextInt(6);
            addresses.add(address("%d-%02d".formatted(year, (year + 1) % 100)));
        }
        return new ArrayList<>(addresses);
    }

    /// Questions about the twelve months to any month, each asked once: nobody has kept the answer.
    List<String> askedOnce(int number) {
        var addresses = new LinkedHashSet<String>();
        while (addresses.size() < number) {
            addresses.add(address("12m:%d-%02d".formatted(2019 + chance.nextInt(5), 1 + chance.nextInt(12))));
        }
        var shuffled = new ArrayList<>(addresses);
        Collections.shuffle(shuffled, chance);
        return shuffled;
    }

    private String address(String period) {
        String area = any(areas);
        String measure = any(MEASURES);
        // Only the force is broken down into districts.
        String by = area.equals(FORCE) && chance.nextInt(4) == 0 ? "area" : any(BREAKDOWNS);
        return "/compare?offences=%s&area=%s&period-kind=year&period=%s&measure=%s&by=%s&audience=partnership"
                .formatted(
                        any(SETS),
                        area,
                        URLEncoder.encode(period, StandardCharsets.UTF_8),
                        URLEncoder.encode(measure, StandardCharsets.UTF_8),
                        by);
    }

    private <T> T any(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
