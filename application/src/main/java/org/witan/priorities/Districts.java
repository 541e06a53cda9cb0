package org.witan.priorities;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.TypesOfCrime;
import org.witan.statistics.reference.Area;
import org.witan.statistics.reference.AreaKind;
import org.witan.statistics.reference.Definitions;
import org.witan.statistics.store.Coverage;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;

/// The areas and months that the group can look at: the districts of the force, and what is loaded.
@Component
public class Districts {
    private final Definitions definitions;
    private final Store store;
    private final String home;
    private final String district;

    Districts(
            Definitions definitions,
            Store store,
            @Value("${witan.area:E23000015}") String home,
            @Value("${witan.priorities.district:E07000196}") String district) {
        this.definitions = definitions;
        this.store = store;
        this.home = home;
        this.district = district;
    }

    /// An area that can be chosen.
    public record Choice(String code, String name) {}

    /// The districts and the force.
    public List<Choice> all() {
        Area force = definitions.areas().the(home);
        return Stream.concat(definitions.areas().within(force, AreaKind.DISTRICT).stream(), Stream.of(force))
                .map(area -> new Choice(area.code(), area.name()))
                .toList();
    }

    /// The area of the group.
    public String usual() {
        return district;
    }

    /// What an area is called; its code when it is none.
    public String name(String code) {
        return definitions.areas().find(code).map(Area::name).orElse(code);
    }

    /// Whether there is such an area.
    public boolean knows(String code) {
        return definitions.areas().find(code).isPresent();
    }

    /// Whether there is such an offence set.
    boolean knowsSet(String name) {
        return definitions.sets().all().stream().anyMatch(set -> set.name().equals(name));
    }

    /// What an offence set is called; its name when there is none.
    public String offences(String name) {
        return definitions.sets().all().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .map(set -> set.title())
                .orElse(name);
    }

    /// Offence sets that have points, by name.
    public List<Choice> withPoints() {
        return TypesOfCrime.ofStreetFiles(definitions.sets())
                .map(set -> new Choice(set.name(), set.title().replace("police.uk: ", "")))
                .distinct()
                .toList();
    }

    /// Every type of crime that what is loaded can tell apart, as names of offence sets; none when nothing is loaded.
    List<String> types() {
        return store.findCurrent()
                .filter(_ -> lastYear().isPresent())
                .map(snapshot -> TypesOfCrime.in(snapshot.coverage(), definitions.sets()))
                .orElse(List.of());
    }

    /// The same, with what they are called.
    public List<Choice> typesByName() {
        return types().stream()
                .map(type -> new Choice(type, offences(type).replace("police.uk: ", "")))
                .toList();
    }

    /// The twelve months that end with the last month loaded of single crimes, or else of street files.
    public Optional<Period> lastYear() {
        return last(Table.CRIME).or(() -> last(Table.STREET)).map(Period::rolling12Months);
    }

    /// The twelve months that end with the last street file.
    public Optional<Period> lastYearWithPoints() {
        return last(Table.STREET).map(Period::rolling12Months);
    }

    private Optional<YearMonth> last(Table table) {
        return store.findCurrent()
                .flatMap(snapshot -> snapshot.coverage().spans().stream()
                        .filter(span -> span.table() == table)
                        .map(Coverage.Span::from)
                        .map(YearMonth::from)
                        .max(Comparator.naturalOrder()));
    }
}
