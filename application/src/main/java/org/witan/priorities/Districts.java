package org.witan.priorities;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.witan.statistics.comparison.Period;
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

    /// Offence sets that have points, by name.
    public List<Choice> withPoints() {
        return definitions.sets().all().stream()
                .filter(set -> set.name().startsWith("police-uk-"))
                .map(set -> new Choice(set.name(), set.title().replace("police.uk: ", "")))
                .distinct()
                .toList();
    }

    /// Whether records of single crimes are loaded, which tell every type apart.
    boolean hasRecords() {
        return has(Table.CRIME);
    }

    /// Whether street files are loaded, which alone tell of anti-social behaviour and have points.
    boolean hasStreetFiles() {
        return has(Table.STREET);
    }

    private boolean has(Table table) {
        return last(table).isPresent();
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
