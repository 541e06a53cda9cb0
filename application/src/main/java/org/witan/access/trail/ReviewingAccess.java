package org.witan.access.trail;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// The review of unusual access: rules find, a data protection officer who is not concerned says what it was.
@Component
public class ReviewingAccess {
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    /// Longer than any work that was entered before midnight takes to be committed.
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private static final int MOST = 200;
    private final Witnessing witnessing;
    private final UnusualAccesses accesses;
    private final TrailLines lines;
    private final Clock clock;

    ReviewingAccess(Witnessing witnessing, UnusualAccesses accesses, TrailLines lines, Clock clock) {
        this.witnessing = witnessing;
        this.accesses = accesses;
        this.lines = lines;
        this.clock = clock;
    }

    /// Lists what was found, after the rules have looked at those of the last seven days that are over and at which
    /// nobody has looked before. Each day is looked at once, for everybody.
    public List<UnusualAccess> look(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.READ_TRAIL, "unusual access"), _ -> {
            var limits = accesses.limits();
            LocalDate today = LocalDate.ofInstant(clock.instant().minus(SETTLING), ENGLAND);
            accesses.count(today);
            for (LocalDate day : accesses.daysToLookAt(today)) {
                notice(day, limits);
                accesses.lookedAt(day);
            }
            return accesses.list(MOST);
        });
    }

    private void notice(LocalDate on, UnusualRule.Limits limits) {
        for (DayOfAccess day : accesses.on(on)) {
            for (UnusualRule rule : UnusualRule.values()) {
                if (!rule.rows(day, limits).isEmpty()) {
                    accesses.keep(rule, on, day, limits);
                }
            }
        }
    }

    /// One of them, with the rows of the trail that it is about.
    ///
    /// @throws Absent when there is none, or when it concerns the viewer
    public Found open(Viewer viewer, UUID id) {
        var deed = new Deed(Verb.READ_TRAIL, "unusual access", Map.of("unusual", id.toString()));
        return witnessing.witness(viewer, deed, _ -> {
            UnusualAccess found = accesses.find(id).orElseThrow(Absent::new);
            return new Found(found, lines.those(found.entries()));
        });
    }

    /// Says what it was. Nothing is overwritten: when somebody else was faster, theirs is given back.
    ///
    /// @return whether this review is the one that counts
    public boolean review(Viewer viewer, UUID id, int version, UnusualAccess.Verdict verdict, String remark) {
        var deed = new Deed(Verb.REVIEW, "unusual access", Map.of("unusual", id.toString(), "verdict", verdict.name()));
        return witnessing.witness(viewer, deed, _ -> {
            UnusualAccess found = accesses.find(id).orElseThrow(Absent::new);
            return accesses.review(found.id(), version, viewer.account(), verdict, remark);
        });
    }

    /// How many wait for a review by whoever looks. Asked inside a piece of work that is witnessed, as "your work" is:
    /// outside of one nobody looks, and there are none.
    public int waiting() {
        return accesses.waiting();
    }

    /// What was found unusual, with its rows.
    ///
    /// @param rows of the trail, oldest first
    public record Found(UnusualAccess access, List<TrailLine> rows) {}
}
