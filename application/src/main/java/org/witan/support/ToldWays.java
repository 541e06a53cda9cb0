package org.witan.support;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.witan.people.SafeContact;
import org.witan.people.SourceRecord;
import org.witan.people.Standing;

/// The ways by which a provider reaches somebody, and whom it asks for there: for a child without a way of its own, the
/// parent who was harmed.
///
/// @param whom what stands before each way; empty when it is the person's own
record ToldWays(SafeWays ways, String whom) {

    /// The ways to reach a person of a plan.
    static ToldWays of(Plan plan, SourceRecord person) {
        if (person.standing() == Standing.PERPETRATOR) {
            return new ToldWays(SafeWays.of(List.of(person)), "");
        }
        SafeWays own = SafeWays.of(List.of(person)).without(plan.ways().unsafe());
        if (person.standing() != Standing.VICTIM && own.mayBeReached()) {
            return new ToldWays(own, "");
        }
        String whom = person.standing() == Standing.VICTIM
                ? ""
                : plan.persons().stream()
                        .filter(one -> one.standing() == Standing.VICTIM)
                        .map(one -> one.name().given() + " " + one.name().family() + ": ")
                        .findFirst()
                        .orElse("");
        return new ToldWays(plan.ways(), whom);
    }

    /// A way to a line.
    String lines() {
        return ways.safe().stream().map(way -> whom + line(way)).collect(Collectors.joining("\n"));
    }

    private static String line(SafeContact way) {
        return Stream.of(way.value(), way.times(), way.remark())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
