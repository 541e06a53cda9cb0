package org.witan.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.witan.linkage.index.Matcher;
import org.witan.linkage.index.Matcher.Match;

/// Compares a record that has just come with others, face by face: two records are as alike as their most alike faces.
final class Likeness {
    private static final double MOST = 10;
    private final Matcher matcher;
    private final List<Map<String, String>> faces;

    Likeness(Matcher matcher, List<Map<String, String>> faces) {
        this.matcher = matcher;
        this.faces = faces;
    }

    /// How alike with another record.
    ///
    /// @param byOtherName whether it is so only by a name that one of them gives besides its first
    /// @param ours the face of the record that is most alike, as given
    record Found(
            EngineTables.Other other,
            Match match,
            boolean byOtherName,
            Map<String, String> ours,
            Map<String, String> theirs) {
        double weight() {
            return match.weight();
        }
    }

    /// The others in their order.
    List<Found> with(List<EngineTables.Other> others) {
        List<Map<String, String>> theirs =
                others.stream().flatMap(other -> other.faces().stream()).toList();
        List<List<Match>> matches =
                faces.stream().map(face -> matcher.matches(face, theirs)).toList();
        List<Found> all = new ArrayList<>();
        int at = 0;
        for (EngineTables.Other other : others) {
            all.add(best(other, matches, at));
            at += other.faces().size();
        }
        return all;
    }

    private Found best(EngineTables.Other other, List<List<Match>> matches, int from) {
        int ours = 0;
        int theirs = 0;
        for (int one = 0; one < faces.size(); one++) {
            for (int two = 0; two < other.faces().size(); two++) {
                if (matches.get(one).get(from + two).weight()
                        > matches.get(ours).get(from + theirs).weight()) {
                    ours = one;
                    theirs = two;
                }
            }
        }
        boolean firstNames = Faces.isNamedAlike(faces.get(ours), faces.getFirst())
                && Faces.isNamedAlike(other.faces().get(theirs), other.faces().getFirst());
        Match best = matches.get(ours).get(from + theirs);
        boolean byOtherName = !firstNames && matches.getFirst().get(from).weight() < PeopleModel.link();
        return new Found(
                other, best, byOtherName, faces.get(ours), other.faces().get(theirs));
    }

    /// A face as it is compared.
    Map<String, String> written(Map<String, String> face) {
        return matcher.written(face);
    }

    /// How alike with several records on the whole, none counted for more than 10 bits either way. Empty for none.
    static OptionalDouble onTheWhole(List<Found> records) {
        return records.stream()
                .mapToDouble(found -> Math.clamp(found.weight(), -MOST, MOST))
                .average();
    }
}
