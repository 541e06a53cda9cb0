package org.witan.priorities.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.priorities.Criterion;
import org.witan.priorities.Districts;
import org.witan.priorities.HarmWeight;
import org.witan.priorities.Scales;
import org.witan.priorities.Scales.Version;
import org.witan.site.Days;
import org.witan.site.Table;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;

/// Every version of the weights of harm and of the scale that problems are scored by, with its day and its source.
@Controller
class ScalesController {
    private final Scales scales;
    private final Districts districts;
    private final Files files;
    private final Wording words;
    private final Days days;

    ScalesController(Scales scales, Districts districts, Files files, Wording words, Days days) {
        this.scales = scales;
        this.districts = districts;
        this.files = files;
        this.words = words;
        this.days = days;
    }

    @OpenToGroup
    @GetMapping("/priorities/scales")
    ModelAndView page(Viewer viewer) {
        Scales.All all = scales.all(viewer, Verb.READ);
        return new ModelAndView(
                "priorities/scales",
                "page",
                new Page(
                        viewer.role() == Role.ANALYST,
                        views(all.weights(), this::weights),
                        views(all.scales(), this::scale)));
    }

    private interface TableOf<T> {
        Table of(Version<T> version);
    }

    private <T> List<View> views(List<Version<T>> versions, TableOf<T> table) {
        int inForce = versions.stream()
                .filter(one -> !one.since().isAfter(days.today()))
                .mapToInt(Version::number)
                .max()
                .orElse(0);
        return versions.stream()
                .map(one -> new View(
                        words.the("priorities.scales.version", one.number()),
                        words.the(state(one, inForce), Days.words(one.since())),
                        one.sources(),
                        loaded(one.loadedOn()),
                        table.of(one)))
                .toList();
    }

    private static String state(Version<?> version, int inForce) {
        if (version.number() == inForce) {
            return "priorities.scales.in-force";
        }
        return version.number() > inForce ? "priorities.scales.to-come" : "priorities.scales.past";
    }

    private String loaded(@Nullable LocalDate day) {
        return day == null
                ? words.the("priorities.scales.shipped")
                : words.the("priorities.scales.loaded", Days.words(day));
    }

    private Table weights(Version<HarmWeight> version) {
        return new Table(
                words.the("priorities.scales.weights.caption", version.number()),
                headings("type", "days"),
                version.rows().stream()
                        .map(one -> List.of(districts.offences(one.offences()), days(one)))
                        .toList());
    }

    private String days(HarmWeight one) {
        String number = String.format(Locale.UK, "%,.2f", one.days()).replaceAll("\\.?0+$", "");
        return one.floor() ? words.the("priorities.scales.floor", number) : number;
    }

    private Table scale(Version<Criterion> version) {
        return new Table(
                words.the("priorities.scales.scale.caption", version.number()),
                headings("criterion", "section", "most", "weight"),
                version.rows().stream()
                        .map(one -> List.of(
                                one.words(),
                                words.the("priorities.section." + one.section()),
                                String.valueOf(one.most()),
                                String.valueOf(one.weight())))
                        .toList());
    }

    private List<String> headings(String... keys) {
        return Stream.of(keys)
                .map(key -> words.the("priorities.scales.heading." + key))
                .toList();
    }

    @OpenToGroup
    @GetMapping("/priorities/scales.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        Scales.All all = scales.all(viewer, Verb.EXPORT);
        var rows = files.begun(List.of(words.the("priorities.scales.text"), words.the("priorities.profile.low-harm")));
        rows.add(Sheet.line("version", "since", "source", "offence set", "days"));
        for (var version : all.weights()) {
            for (HarmWeight one : version.rows()) {
                rows.add(Sheet.line(
                        String.valueOf(version.number()),
                        version.since().toString(),
                        String.join("; ", version.sources()),
                        one.offences(),
                        days(one)));
            }
        }
        rows.add(Sheet.line("version", "since", "source", "criterion", "section", "highest level", "weight"));
        for (var version : all.scales()) {
            for (Criterion one : version.rows()) {
                rows.add(line(version, one));
            }
        }
        return Files.csv("scales", rows);
    }

    private static List<Sheet.Cell> line(Version<Criterion> version, Criterion one) {
        return new ArrayList<>(Sheet.line(
                String.valueOf(version.number()),
                version.since().toString(),
                String.join("; ", version.sources()),
                one.words(),
                one.section().name(),
                String.valueOf(one.most()),
                String.valueOf(one.weight())));
    }

    /// The page.
    ///
    /// @param loads whether whoever reads may load another version
    record Page(boolean loads, List<View> weights, List<View> scales) {}

    /// One version.
    record View(String title, String since, List<String> sources, String loaded, Table table) {}
}
