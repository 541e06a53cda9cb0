package org.witan.linkage.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.comparison.Alike;
import org.witan.linkage.comparison.Bearing;
import org.witan.linkage.comparison.Comparison;
import org.witan.linkage.comparison.Level;
import org.witan.linkage.record.Field;
import org.witan.linkage.record.Kind;
import org.witan.linkage.record.UnusableRecords;

/// A model as JSON: whoever has the file and the records gets the same weights.
public final class ModelFile {
    private static final String FORMAT = "witan-linkage-model-1";

    private ModelFile() {}

    public static String write(Model model) {
        Map<String, @Nullable Object> file = new LinkedHashMap<>();
        file.put("format", FORMAT);
        file.put("prior", model.prior());
        file.put("link_at", model.policy().linkAt());
        file.put("review_at", model.policy().reviewAt());
        file.put("most_block_pairs", model.policy().mostBlockPairs());
        file.put("fields", model.fields().stream().map(ModelFile::field).toList());
        List<Object> comparisons = new ArrayList<>();
        for (int at = 0; at < model.comparisons().size(); at++) {
            comparisons.add(comparison(
                    model.comparisons().get(at),
                    model.isEstimated() ? model.evidence().get(at) : null));
        }
        file.put("comparisons", comparisons);
        file.put("blocking", model.rules().stream().map(ModelFile::rule).toList());
        return Json.write(file);
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", field.name());
        map.put("kind", notation(field.kind()));
        map.put("columns", field.columns());
        return map;
    }

    private static Map<String, Object> comparison(Comparison comparison, @Nullable Evidence evidence) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", comparison.name());
        map.put("fields", comparison.fields());
        map.put("bearing", comparison.bearing().notation());
        map.put("levels", comparison.levels().stream().map(ModelFile::level).toList());
        if (evidence != null) {
            map.put("matching", evidence.matching());
            map.put("others", evidence.others());
            Dependence dependence = evidence.dependence();
            if (dependence != null) {
                map.put("depends_on", dependence.on());
                map.put("dependent_others", dependence.others());
            }
        }
        return map;
    }

    private static Map<String, Object> level(Level level) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("says", level.says());
        map.put("alike", level.alike().notation());
        map.put("fields", level.fields());
        map.put("limit", level.limit());
        map.put("by_frequency", level.byFrequency());
        return map;
    }

    private static List<Map<String, String>> rule(BlockingRule rule) {
        return rule.keys().stream()
                .map(key -> {
                    Map<String, String> map = new LinkedHashMap<>();
                    map.put("field", key.field());
                    map.put("form", key.form().notation());
                    return map;
                })
                .toList();
    }

    /// The model in this text. What is wrong with it is said in one line.
    public static Model read(String text) {
        try {
            return model(new Part(Json.read(text), "model"));
        } catch (IllegalArgumentException e) {
            throw new UnusableRecords("The model cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static Model model(Part file) {
        if (!file.text("format").equals(FORMAT)) {
            throw new UnusableRecords("The model's format must be " + FORMAT + ".");
        }
        List<Comparison> comparisons = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Part part : file.parts("comparisons")) {
            comparisons.add(new Comparison(
                    part.text("name"),
                    part.texts("fields"),
                    part.parts("levels").stream().map(ModelFile::level).toList(),
                    constant(Bearing.class, part.text("bearing"))));
            if (part.has("matching")) {
                evidence.add(new Evidence(part.numbers("matching"), part.numbers("others"), dependence(part)));
            }
        }
        return new Model(
                file.parts("fields").stream()
                        .map(part -> new Field(
                                part.text("name"), constant(Kind.class, part.text("kind")), part.texts("columns")))
                        .toList(),
                comparisons,
                evidence,
                file.parts("blocking").stream().map(ModelFile::rule).toList(),
                file.number("prior"),
                new Policy(file.number("link_at"), file.number("review_at"), (long) file.number("most_block_pairs")));
    }

    private static @Nullable Dependence dependence(Part part) {
        return part.has("depends_on")
                ? new Dependence(
                        (int) part.number("depends_on"),
                        part.parts("dependent_others").stream()
                                .map(Part::numbers)
                                .toList())
                : null;
    }

    private static Level level(Part part) {
        return new Level(
                part.text("says"),
                constant(Alike.class, part.text("alike")),
                part.texts("fields"),
                part.number("limit"),
                part.truth("by_frequency"));
    }

    private static BlockingRule rule(Part part) {
        return new BlockingRule(part.parts().stream()
                .map(key -> new BlockingRule.Key(key.text("field"), constant(Form.class, key.text("form"))))
                .toList());
    }

    private static String notation(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String notation) {
        for (E constant : type.getEnumConstants()) {
            if (notation(constant).equals(notation)) {
                return constant;
            }
        }
        throw new UnusableRecords("The model says \"%s\" where one of %d known words must stand, such as \"%s\"."
                .formatted(notation, type.getEnumConstants().length, notation(type.getEnumConstants()[0])));
    }
}
