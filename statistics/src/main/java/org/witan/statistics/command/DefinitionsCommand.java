package org.witan.statistics.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.witan.statistics.reference.OffenceCode;
import org.witan.statistics.reference.OffenceSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the offence sets in force.
@Command(
        name = "definitions",
        description = "List the offence sets: name, version, status, codes.",
        mixinStandardHelpOptions = true)
final class DefinitionsCommand implements Callable<Integer> {
    private static final int MOST_CODES = 12;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var definitions = places.definitions();
        var sets = definitions.sets().all();
        var out = spec.commandLine().getOut();
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("definitions", definitions.version());
            object.put("sets", sets.stream().map(DefinitionsCommand::object).toList());
            out.print(Json.of(object));
        } else {
            out.println("Definitions " + definitions.version());
            sets.forEach(set -> out.println(line(set)));
        }
        return StatisticsCommand.ANSWERED;
    }

    private static Map<String, Object> object(OffenceSet set) {
        var object = new LinkedHashMap<String, Object>();
        object.put("name", set.name());
        object.put("title", set.title());
        object.put("version", set.version());
        object.put("status", set.status());
        object.put("offences", codes(set));
        object.put("street_categories", set.streetCategories().stream().sorted().toList());
        object.put("condition", set.condition());
        object.put("sources", set.sources());
        object.put("note", set.note());
        return object;
    }

    private static String line(OffenceSet set) {
        var codes = codes(set);
        var shown = codes.size() > MOST_CODES ? codes.subList(0, MOST_CODES) : codes;
        var more = codes.size() > MOST_CODES ? " and " + (codes.size() - MOST_CODES) + " more" : "";
        var condition = set.condition().isEmpty() ? "" : "  " + set.condition();
        return "%-32s %-12s %-12s %s%s%s%s"
                .formatted(
                        set.name(),
                        set.version(),
                        set.status(),
                        set.title(),
                        codes.isEmpty() ? "" : "  " + String.join(" ", shown),
                        more,
                        condition);
    }

    private static List<String> codes(OffenceSet set) {
        return set.codes().stream().map(OffenceCode::value).sorted().toList();
    }
}
