package org.witan.priorities;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.witan.priorities.Problem.Section;

/// What a problem is scored by.
///
/// @param most its highest level; the lowest is 0
/// @param weight how much it weighs within its section
public record Criterion(int version, String code, Section section, String words, int most, int weight, String source) {

    /// Each section in per cent of its weighted most. A section that weighs nothing is 0.
    static Map<Section, Double> sections(List<Criterion> scale, Map<String, Integer> levels) {
        var sections = new EnumMap<Section, Double>(Section.class);
        for (Section section : Section.values()) {
            var of = scale.stream().filter(one -> one.section() == section).toList();
            double most =
                    of.stream().mapToDouble(one -> one.weight() * one.most()).sum();
            double reached = of.stream()
                    .mapToDouble(one -> one.weight() * levels.getOrDefault(one.code(), 0))
                    .sum();
            sections.put(section, most == 0 ? 0 : 100 * reached / most);
        }
        return sections;
    }

    /// Harm times likelihood, in per cent.
    static double risk(Map<Section, Double> sections) {
        return sections.getOrDefault(Section.HARM, 0.0) * sections.getOrDefault(Section.LIKELIHOOD, 0.0) / 100;
    }
}
