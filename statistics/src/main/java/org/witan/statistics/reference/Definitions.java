package org.witan.statistics.reference;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All reference data and definitions in force, as one immutable value. Files are read when first needed.
public final class Definitions {
    private static final List<String> SHIPPED = List.of(
            "areas.csv",
            "district-changes.csv",
            "force-names.csv",
            "lsoa.csv",
            "offence-code-forms.csv",
            "offence-set-members.csv",
            "offence-sets.csv",
            "offences.csv",
            "outcomes.csv",
            "population.csv",
            "series-breaks.csv",
            "sources.csv");
    private static final List<String> OWN =
            List.of("offence-code-forms.csv", "offence-set-members.csv", "offence-sets.csv", "series-breaks.csv");

    private final Once<Offences> offences;
    private final Once<OffenceSets> sets;
    private final Once<Areas> areas = new Once<>(Areas::read);
    private final Once<Populations> populations = new Once<>(Populations::read);
    private final Once<List<SeriesBreak>> breaks;
    private final Once<List<OutcomeType>> outcomes = new Once<>(Definitions::readOutcomes);
    private final Once<Map<String, ReferenceSource>> sources = new Once<>(Definitions::readSources);
    private final Once<String> version;

    private Definitions(@Nullable Path folder) {
        offences = new Once<>(() -> Offences.read(own(folder, "offence-code-forms.csv")));
        sets = new Once<>(() ->
                OffenceSets.read(own(folder, "offence-sets.csv"), own(folder, "offence-set-members.csv"), offences()));
        breaks = new Once<>(() -> SeriesBreaks.read(own(folder, "series-breaks.csv"), offences()));
        version = new Once<>(() -> hash(folder));
    }

    /// What Witan ships, with the partnership's own files from a folder laid over it.
    ///
    /// @param folder may hold `offence-sets.csv` with `offence-set-members.csv`, `series-breaks.csv` and
    ///     `offence-code-forms.csv` in the shipped files' shape; null or absent: none
    public static Definitions shippedWith(@Nullable Path folder) {
        return new Definitions(folder);
    }

    public Offences offences() {
        return offences.value();
    }

    public OffenceSets sets() {
        return sets.value();
    }

    public Areas areas() {
        return areas.value();
    }

    public Populations populations() {
        return populations.value();
    }

    public List<SeriesBreak> breaks() {
        return breaks.value();
    }

    public List<OutcomeType> outcomes() {
        return outcomes.value();
    }

    /// Where reference data comes from, by the short name that each row carries.
    public Map<String, ReferenceSource> sources() {
        return sources.value();
    }

    /// Changes whenever any file changes: the first 12 hexadecimal digits of the SHA-256 over all of them.
    public String version() {
        return version.value();
    }

    private static @Nullable ReferenceFile own(@Nullable Path folder, String name) {
        return ReferenceFile.own(folder, name).orElse(null);
    }

    private static List<OutcomeType> readOutcomes() {
        return ReferenceFile.shipped("outcomes.csv")
                .rows(row -> new OutcomeType(
                        row.required("code"), row.required("title"), row.required("group"), row.required("source")));
    }

    private static Map<String, ReferenceSource> readSources() {
        return ReferenceFile.shipped("sources.csv")
                .rows(row -> new ReferenceSource(
                        row.required("source"),
                        row.required("title"),
                        row.required("publisher"),
                        row.required("licence"),
                        row.text("attribution"),
                        row.text("where_from")))
                .stream()
                .collect(Collectors.toMap(ReferenceSource::name, Function.identity()));
    }

    private static String hash(@Nullable Path folder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            SHIPPED.forEach(name -> digest.update(ReferenceFile.shipped(name).bytes()));
            OWN.forEach(name -> ReferenceFile.own(folder, name).ifPresent(file -> digest.update(file.bytes())));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
