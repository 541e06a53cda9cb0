package org.witan.comparison;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an analyst typed or chose, before it is understood: kept so that the page can show it again.
///
/// @param values by the name of the field; a field that was left empty is absent
/// @param exact whether exact figures may be shown; if not, the audience is the public, whatever was typed
record Typed(Map<String, String> values, boolean exact) {
    static final String OFFENCES = "offences";
    static final String AREA = "area";
    static final String OTHER_AREA = "other-area";
    static final String PERIOD_KIND = "period-kind";
    static final String PERIOD = "period";
    static final String WITH = "with";
    static final String MEASURE = "measure";
    static final String SHARE_OF = "share-of";
    static final String DOMESTIC = "domestic";
    static final String SEX = "sex";
    static final String PLACE = "place";
    static final String BY = "by";
    static final String AUDIENCE = "audience";
    private static final List<String> NAMES = List.of(
            OFFENCES,
            AREA,
            OTHER_AREA,
            PERIOD_KIND,
            PERIOD,
            WITH,
            MEASURE,
            SHARE_OF,
            DOMESTIC,
            SEX,
            PLACE,
            BY,
            AUDIENCE);
    private static final int LONGEST = 120;

    static Typed from(Map<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        for (String name : NAMES) {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                values.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
            }
        }
        return new Typed(Map.copyOf(values), false);
    }

    /// The same, for somebody who may read exact figures.
    Typed exactly() {
        return new Typed(values, true);
    }

    /// An empty text for a field that was left empty.
    String the(String name) {
        return values.getOrDefault(name, "");
    }

    String the(String name, String otherwise) {
        return name.equals(AUDIENCE) && !exact ? "public" : values.getOrDefault(name, otherwise);
    }

    /// True when there is a question to answer, not just a page to open.
    boolean asked() {
        return values.containsKey(OFFENCES) || values.containsKey(PERIOD);
    }

    Typed with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Typed(from(changed).values, exact);
    }

    /// The same as the part of an address after the question mark, in the order of the form.
    String query() {
        return NAMES.stream()
                .filter(values::containsKey)
                .map(name -> name + "=" + URLEncoder.encode(the(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
