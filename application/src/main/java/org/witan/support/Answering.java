package org.witan.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Writes down what happens to an offer. Each answer is another step; of two who answer at once, the second is told
/// what the first wrote.
@Component
public class Answering {
    private final Witnessing witnessing;
    private final Offers offers;
    private final Choices choices;
    private final JdbcClient database;

    Answering(Witnessing witnessing, Offers offers, Choices choices, JdbcClient database) {
        this.witnessing = witnessing;
        this.offers = offers;
        this.choices = choices;
        this.database = database;
    }

    /// What happened.
    ///
    /// @param reason by code, where the step has one
    /// @param attended for a session
    /// @param pence what it cost; null when that is not known
    /// @param scores by aim, from 0 to 10
    public record Said(
            StepKind what,
            LocalDate onDay,
            @Nullable String reason,
            String words,
            @Nullable Boolean attended,
            @Nullable Integer pence,
            Map<String, Integer> scores) {

        /// A step about which there is no more to say.
        public static Said only(StepKind what, LocalDate onDay) {
            return new Said(what, onDay, null, "", null, null, Map.of());
        }
    }

    /// Coded reasons for a step.
    public List<Choice> reasons(Viewer viewer, StepKind what) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.LIST, "reason"),
                _ -> choices.reasons().stream()
                        .filter(one -> one.of().equals(what.name()))
                        .toList());
    }

    /// What the person can score.
    public List<Choice> aims(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "aim"), _ -> choices.aims());
    }

    /// Takes a step. Sent twice, it is taken once.
    ///
    /// @param step made with the form
    /// @param version of the step that was on the page
    /// @return whether it was taken; not when somebody else took another one meanwhile
    /// @throws Absent when there is no such offer for this viewer
    /// @throws Refused when the offer cannot go there from where it stands, or words tell where a refuge is
    public boolean answer(Viewer viewer, UUID offer, UUID step, int version, Said said) {
        var deed = Deed.of(Verb.CHANGE, "offer").with("what", said.what.name());
        return witnessing.witness(viewer, deed, shown -> {
            Offer found = offers.find(offer).orElseThrow(Absent::new);
            shown.add(offer);
            if (found.steps().stream().anyMatch(one -> one.id().equals(step))) {
                return true;
            }
            if (found.now().version() != version) {
                return false;
            }
            check(viewer, found, said);
            return Absent.whereRefused(() -> take(viewer, found, step, version + 1, said));
        });
    }

    private void check(Viewer viewer, Offer offer, Said said) {
        boolean offers = viewer.role() == Role.IDVA || viewer.role() == Role.COORDINATOR;
        if (!offer.now().what().next().contains(said.what) || (said.what.isOfWhoOffers() && !offers)) {
            throw new Refused("support.refused.not-next");
        }
        boolean known = said.reason == null
                || choices.reasons().stream()
                        .anyMatch(one ->
                                one.code().equals(said.reason) && one.of().equals(said.what.name()));
        if (!known || said.what.hasReason() != (said.reason != null)) {
            throw new Refused("support.refused.reason");
        }
        SafeWays.checkDay(offer.stoppedAt(), said.what.isContact(), said.onDay);
        if (PlaceInWords.mustNotStandIn(offer.kind(), said.words)) {
            throw new Refused("support.refused.place");
        }
    }

    private boolean take(Viewer viewer, Offer offer, UUID step, int version, Said said) {
        String part = choices.part(offer.kind());
        int taken = database.sql("""
                        insert into support.offer_step (id, record_id, part, version, what, on_day, reason, words, attended,
                            pence, agency_id, at, by)
                        values (:id, :offer, :part, :version, :what, :day, cast(:reason as text), :words,
                            cast(:attended as boolean), cast(:pence as integer), :agency, now(), :account)
                        on conflict do nothing
                        """)
                .param("id", step)
                .param("offer", offer.id())
                .param("part", part)
                .param("version", version)
                .param("what", said.what.name())
                .param("day", said.onDay)
                .param("reason", said.reason)
                .param("words", said.words)
                .param("attended", said.attended)
                .param("pence", said.pence)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
        if (taken == 1) {
            said.scores.forEach(
                    (aim, score) -> score(viewer, offer.id(), part, aim, score, said.what == StepKind.ENDED));
        }
        return taken == 1;
    }

    private void score(Viewer viewer, UUID offer, String part, String aim, int score, boolean atEnd) {
        database.sql("""
                        insert into support.offer_score (record_id, part, aim, at_end, score, at, by)
                        values (:offer, :part, :aim, :end, :score, now(), :account) on conflict do nothing
                        """)
                .param("offer", offer)
                .param("part", part)
                .param("aim", aim)
                .param("end", atEnd)
                .param("score", score)
                .param("account", viewer.account())
                .update();
    }
}
