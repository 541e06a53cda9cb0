package org.witan.statistics.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.witan.statistics.BadInput;
import org.witan.statistics.store.Snapshot;
import org.witan.statistics.store.Table;

/// Answers questions from one snapshot: choose the table, scan it once, let the rules judge, write the figure.
final class Answering {
    private final Lookups lookups;
    private final Readings readings;
    private final Disclosure disclosure;

    Answering(Lookups lookups, Readings readings, Disclosure disclosure) {
        this.lookups = lookups;
        this.readings = readings;
        this.disclosure = disclosure;
    }

    /// How a snapshot's table is named in a `FROM` clause.
    interface Relations {
        String of(Table table);
    }

    Figure answer(Subject subject, Snapshot snapshot, Relations relations) {
        return alone(Prepared.of(subject, snapshot, lookups), relations);
    }

    private Figure alone(Prepared one, Relations relations) {
        return one.figure(readings.read(one.plan().over(relations.of(one.table()))), disclosure);
    }

    /// Answers several questions; those that differ only in their offences, areas of one size and months are read for
    /// together.
    ///
    /// @return one answer for each subject, in their order
    List<Answered> answers(List<Subject> subjects, Snapshot snapshot, Relations relations) {
        var answers = new LinkedHashMap<Subject, Answered>();
        var together = new LinkedHashMap<SharedReading.Kind, List<Prepared>>();
        for (Subject subject : subjects) {
            try {
                var one = Prepared.of(subject, snapshot, lookups);
                SharedReading.kind(one.plan())
                        .ifPresentOrElse(
                                kind -> together.computeIfAbsent(kind, _ -> new ArrayList<>())
                                        .add(one),
                                () -> answers.put(subject, new Answered.Given(alone(one, relations))));
            } catch (BadInput wrong) {
                answers.put(subject, new Answered.Refused(subject.question(), String.valueOf(wrong.getMessage())));
            }
        }
        together.forEach((kind, group) -> answers.putAll(together(kind, group, relations)));
        return subjects.stream().map(answers::get).toList();
    }

    private Map<Subject, Answered> together(SharedReading.Kind kind, List<Prepared> group, Relations relations) {
        var answers = new LinkedHashMap<Subject, Answered>();
        if (group.size() == 1) {
            var one = group.getFirst();
            answers.put(one.subject(), new Answered.Given(alone(one, relations)));
            return answers;
        }
        var plans = group.stream().map(Prepared::plan).toList();
        var scan = SharedReading.scan(kind, plans, relations.of(kind.table()));
        var read = new SharedReading(readings.read(scan));
        for (Prepared one : group) {
            answers.put(one.subject(), new Answered.Given(one.figure(read.of(one.plan()), disclosure)));
        }
        return answers;
    }
}
