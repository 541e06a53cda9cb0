package org.witan.statistics.comparison;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.witan.statistics.BadInput;
import org.witan.statistics.store.Vocabulary;

/// What a question may ask of single crimes: flags, the victim, the place, the outcome.
public final class Filters {
    static final Set<String> FLAGS = Set.copyOf(Vocabulary.FLAGS);
    private static final Map<String, String> ALIASES =
            Map.of("sex", "victim_sex", "ethnicity", "victim_ethnicity", "place_type", "place");
    private static final Map<String, Set<String>> CLOSED = Map.of(
            "victim_sex", Set.copyOf(Vocabulary.VICTIM_SEX),
            "relationship", Set.copyOf(Vocabulary.RELATIONSHIPS),
            "place", Set.copyOf(Vocabulary.PLACES));
    private static final Set<String> OPEN = Set.of("victim_ethnicity", "outcome");
    private static final Set<String> FLAG_VALUES = Set.copyOf(Vocabulary.YES_NO);
    private static final Pattern OPEN_VALUE = Pattern.compile("[\\p{L}0-9][\\p{L}0-9 ,/()'_-]{0,60}");

    private Filters() {}

    /// Reads `domestic=yes,sex=female,place=education`.
    ///
    /// @throws BadInput when a name or a value is unknown, or a name is given twice
    public static Map<String, String> parse(String text) {
        var filters = new LinkedHashMap<String, String>();
        for (var part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new BadInput("\"" + Words.shortened(part.strip())
                        + "\" is not a filter; write name=value, for example domestic=yes");
            }
            var name = name(part.substring(0, equals));
            if (filters.put(name, part.substring(equals + 1).strip()) != null) {
                throw new BadInput("The filter " + name + " is given twice");
            }
        }
        return checked(filters);
    }

    /// The same filters with full names and known values.
    static Map<String, String> checked(Map<String, String> given) {
        var filters = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> filters.merge(name(name), value(name(name), value), (one, other) -> {
            throw new BadInput("The filter " + name(name) + " is given twice");
        }));
        return filters;
    }

    /// The column of a flag, written with a hyphen or an underscore.
    static String flag(String written) {
        var flag = written.replace('-', '_');
        if (!written.isEmpty() && !FLAGS.contains(flag)) {
            throw new BadInput("\"" + Words.shortened(written) + "\" is not a flag; the flags are "
                    + Words.list(FLAGS.stream().sorted().toList()));
        }
        return flag;
    }

    private static String name(String written) {
        var lower = written.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        var name = ALIASES.getOrDefault(lower, lower);
        if (!FLAGS.contains(name) && !CLOSED.containsKey(name) && !OPEN.contains(name)) {
            throw new BadInput("There is no filter \"" + Words.shortened(written.strip())
                    + "\"; use a flag such as domestic, or sex, ethnicity, relationship, place, outcome");
        }
        return name;
    }

    private static String value(String name, String written) {
        var value = written.strip();
        var lower = value.toLowerCase(Locale.ROOT);
        var allowed = FLAGS.contains(name) ? FLAG_VALUES : CLOSED.getOrDefault(name, Set.of());
        if (!allowed.isEmpty() && !allowed.contains(lower)) {
            throw new BadInput("\"" + Words.shortened(value) + "\" is not a value of " + name + "; it is "
                    + String.join(", ", allowed.stream().sorted().toList()));
        }
        if (!OPEN_VALUE.matcher(value).matches()) {
            throw new BadInput("The filter " + name + " needs a value of letters and digits");
        }
        return lower;
    }
}
