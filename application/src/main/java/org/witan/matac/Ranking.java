package org.witan.matac;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.matac.Ranked.Asked;
import org.witan.matac.Scored.Place;

/// Ranks the alleged perpetrators of the pool for a day, and lists who was harmed or is suspected again.
@Component
public class Ranking {
    /// How many a page shows at most; a file has all.
    public static final int PAGE = 50;

    private static final String WHAT = "matac ranking";
    private final Witnessing witnessing;
    private final Scales scales;
    private final Reckoning reckoning;
    private final Faces faces;

    Ranking(Witnessing witnessing, Scales scales, Reckoning reckoning, Faces faces) {
        this.witnessing = witnessing;
        this.scales = scales;
        this.reckoning = reckoning;
        this.faces = faces;
    }

    /// A ranking with what those are called whom the page names.
    ///
    /// @param named the first of the ranked and of those told apart; in a file all of them
    public record Listed(Ranked ranked, List<Scored> named, Map<UUID, Face> faces) {}

    /// Repeat victims with what those are called whom the page names.
    public record Victims(Asked asked, int all, List<RepeatVictim> named, Map<UUID, Face> faces) {}

    /// The pool, ranked; with those whose age is not known or who have died.
    ///
    /// @param verb LIST for a page, EXPORT for a file
    public Listed pool(Viewer viewer, LocalDate day, Basis basis, Verb verb) {
        return listed(viewer, day, basis, verb, List.of(Place.RANKED, Place.AGE_UNKNOWN, Place.DIED));
    }

    /// Everybody who is suspected again, serial and repeat; no child by name.
    ///
    /// @param verb LIST for a page, EXPORT for a file
    public Listed suspectedAgain(Viewer viewer, LocalDate day, Basis basis, Verb verb) {
        return listed(viewer, day, basis, verb, List.of(Place.RANKED, Place.AGE_UNKNOWN, Place.DIED, Place.REPEAT));
    }

    private Listed listed(Viewer viewer, LocalDate day, Basis basis, Verb verb, List<Place> places) {
        return witnessing.witness(viewer, deed(verb, WHAT, day, basis), shown -> {
            var asked = new Asked(day, basis, scales.on(day));
            var ranked = new Ranked(asked, reckoning.counted(asked), reckoning.all(asked));
            List<Scored> named = places.stream()
                    .flatMap(place -> ranked.in(place).stream().limit(most(verb)))
                    .toList();
            List<UUID> records = named.stream().map(Scored::record).toList();
            shown.addAll(records);
            return new Listed(ranked, named, faces.of(records));
        });
    }

    /// Who was harmed again.
    ///
    /// @param verb LIST for a page, EXPORT for a file
    public Victims harmedAgain(Viewer viewer, LocalDate day, Basis basis, Verb verb) {
        return witnessing.witness(viewer, deed(verb, "repeat victims", day, basis), shown -> {
            var asked = new Asked(day, basis, scales.on(day));
            List<RepeatVictim> all = reckoning.victims(asked);
            List<RepeatVictim> named = all.stream().limit(most(verb)).toList();
            List<UUID> records = named.stream().map(RepeatVictim::record).toList();
            shown.addAll(records);
            return new Victims(asked, all.size(), named, faces.of(records));
        });
    }

    private static long most(Verb verb) {
        return verb == Verb.EXPORT ? Integer.MAX_VALUE : PAGE;
    }

    static Deed deed(Verb verb, String what, LocalDate day, Basis basis) {
        return Deed.of(verb, what).with("day", day.toString()).with("basis", basis.name());
    }
}
