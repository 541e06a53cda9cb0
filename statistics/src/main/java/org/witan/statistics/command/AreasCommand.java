package org.witan.statistics.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.BadInput;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Areas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists areas that a question may name.
@Command(
        name = "areas",
        description = "List areas: forces, or those of a kind, or those within another.",
        mixinStandardHelpOptions = true)
final class AreasCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Places places = new Places();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "force, county, partnership, district, ward, lsoa, region.")
    private String kind = "force";

    @Option(names = "--within", paramLabel = "NAME|CODE", description = "Only areas within this one.")
    private @Nullable String within;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        var areas = listed(places.definitions().areas(), kind());
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.of(
                    Map.of("areas", areas.stream().map(AreasCommand::object).toList())));
        } else {
            areas.forEach(area -> out.printf("%-10s %-12s %s%n", area.code(), word(area.kind()), area.name()));
        }
        return StatisticsCommand.ANSWERED;
    }

    private List<Area> listed(Areas areas, AreaKind kind) {
        return within == null
                ? areas.all().stream().filter(area -> area.kind() == kind).toList()
                : areas.within(areas.the(within), kind);
    }

    private AreaKind kind() {
        try {
            return AreaKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new BadInput("--kind is force, county, partnership, district, ward, lsoa or region", e);
        }
    }

    private static Map<String, Object> object(Area area) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", area.code());
        object.put("name", area.name());
        object.put("kind", word(area.kind()));
        object.put("vintage", area.vintage());
        object.put("source", area.source());
        return object;
    }

    private static String word(AreaKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
