package org.witan.marac;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.Research.Given;
import org.witan.marac.Researching.Asked;
import org.witan.shared.Identity;

/// The system of an agency reads what is asked of the agency, with the persons to look for, and gives the answer as a
/// whole: what it says then is what stands.
@Component
public class AnsweringRequests {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final Witnessing witnessing;
    private final Researches researches;
    private final ReadingReferrals referrals;
    private final ResearchDue due;
    private final Clock clock;

    AnsweringRequests(
            Witnessing witnessing, Researches researches, ReadingReferrals referrals, ResearchDue due, Clock clock) {
        this.witnessing = witnessing;
        this.researches = researches;
        this.referrals = referrals;
        this.due = due;
        this.clock = clock;
    }

    /// What is asked of the agency of whoever looks by agendas to come, the next meeting first.
    ///
    /// @param after the last request of the page before; null for the first page
    /// @throws Absent when that request is there no longer, so that nobody could say what follows
    public List<ResearchRequest> list(Viewer viewer, @Nullable UUID after, int most) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "research"), shown -> {
            List<Asked> all = researches.asked(viewer.agency());
            int from = after == null ? 0 : 1 + place(all, after);
            return requests(viewer, all.subList(from, Math.min(all.size(), from + most)), shown);
        });
    }

    private static int place(List<Asked> all, UUID item) {
        return IntStream.range(0, all.size())
                .filter(at -> all.get(at).item().equals(item))
                .findFirst()
                .orElseThrow(Absent::new);
    }

    /// One request.
    ///
    /// @throws Absent when it is not asked of this viewer
    public ResearchRequest read(Viewer viewer, UUID item) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "research"), shown -> one(viewer, item, shown));
    }

    /// Puts an answer in the place of the one that stands. What stood is kept with the time of its end. An answer that
    /// says what stands already changes nothing.
    ///
    /// @param held looks whether what stands is what the sender has read, and throws when it is not
    /// @param items what is known; empty for nothing
    /// @throws Absent when it is not asked of this viewer
    /// @throws Refused when something that would be taken back was spoken in the meeting
    public ResearchRequest answer(Viewer viewer, UUID item, Consumer<ResearchRequest> held, List<Given> items) {
        var deed = Deed.of(Verb.CHANGE, "research").with("items", String.valueOf(items.size()));
        return witnessing.witness(viewer, deed, shown -> {
            Asked asked = researches.asked(viewer.agency(), item).orElseThrow(Absent::new);
            Optional<Research> before = researches.hold(viewer, asked.meeting(), asked.referral());
            if (before.filter(one -> says(one, items)).isEmpty()) {
                held.accept(one(viewer, item, shown));
                change(viewer, asked, before, items);
            }
            return one(viewer, item, shown);
        });
    }

    private void change(Viewer viewer, Asked asked, Optional<Research> before, List<Given> items) {
        List<Given> more = new ArrayList<>(items);
        Research standing = before.filter(one -> !one.nothingKnown() && !items.isEmpty())
                .filter(one -> one.items().stream().allMatch(item -> more.remove(given(item))))
                .orElse(null);
        if (standing == null) {
            before.ifPresent(one -> takeBack(viewer, one));
        }
        UUID answer = standing == null
                ? researches.answer(viewer, asked.meeting(), asked.referral(), items.isEmpty())
                : standing.id();
        (standing == null ? items : more)
                .forEach(item -> researches.write(
                        viewer, answer, asked.meeting(), asked.referral(), Identity.at(clock.instant()), item));
    }

    private void takeBack(Viewer viewer, Research answer) {
        if (answer.items().stream().anyMatch(item -> item.sharedAt() != null)) {
            throw new Refused("marac.refused.spoken");
        }
        if (researches.withdraw(viewer, answer.id()) == 0) {
            throw new Absent();
        }
    }

    private static boolean says(Research answer, List<Given> items) {
        return answer.nothingKnown() == items.isEmpty()
                && answer.items().stream()
                        .map(AnsweringRequests::given)
                        .toList()
                        .equals(items);
    }

    private static Given given(Research.Item item) {
        return new Given(
                item.about(),
                item.isFact(),
                item.happened(),
                item.words(),
                item.relevance(),
                item.isToShare(),
                item.withheldBecause());
    }

    private ResearchRequest one(Viewer viewer, UUID item, Shown shown) {
        Asked asked = researches.asked(viewer.agency(), item).orElseThrow(Absent::new);
        return requests(viewer, List.of(asked), shown).getFirst();
    }

    private List<ResearchRequest> requests(Viewer viewer, List<Asked> asked, Shown shown) {
        ResearchDue.Counted days = due.counted(shown);
        Map<UUID, List<Referral.Person>> persons =
                referrals.persons(asked.stream().map(Asked::referral).toList());
        return asked.stream()
                .map(one -> {
                    List<Referral.Person> people = persons.getOrDefault(one.referral(), List.of());
                    shown.add(one.referral());
                    people.forEach(person -> shown.add(person.record().id()));
                    LocalDate day =
                            days.day(one.board(), one.startsAt().atZone(HERE).toLocalDate(), one.coreOnly());
                    return new ResearchRequest(
                            one.item(),
                            one.meeting(),
                            one.referral(),
                            one.reference(),
                            one.startsAt(),
                            day,
                            one.isAnswered()
                                    ? researches
                                            .own(viewer, one.meeting(), one.referral())
                                            .orElse(null)
                                    : null,
                            people);
                })
                .toList();
    }
}
