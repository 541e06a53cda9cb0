package org.witan.marac;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.marac.FurtherAbuse.Emergency;
import org.witan.marac.FurtherAbuse.KnownBy;
import org.witan.marac.FurtherAbuse.Safe;
import org.witan.marac.FurtherAbuse.Who;
import org.witan.marac.InventedCases.Roles;
import org.witan.marac.ReportingFurtherAbuse.Telling;
import org.witan.marac.Triaging.Settlement;
import org.witan.people.NewConcern;
import org.witan.people.SourceRecord;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Lets an agency of a demonstration tell that it happened again in cases that were heard: one report waits for
/// the coordinator, one was answered and a referral is promised for it, and one was found to be about others.
///
/// It does so once: where somebody told of further abuse, nothing is given.
@Component
@Order(31)
class InventingFurtherAbuse implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingFurtherAbuse.class);
    private static final int CASES = 3;
    private final InventedCases cases;
    private final ReportingFurtherAbuse reporting;
    private final FindingIncidents finding;
    private final Triaging triaging;
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Days days;
    private final Clock clock;

    InventingFurtherAbuse(
            InventedCases cases,
            ReportingFurtherAbuse reporting,
            FindingIncidents finding,
            Triaging triaging,
            Witnessing witnessing,
            JdbcClient database,
            Days days,
            Clock clock) {
        this.cases = cases;
        this.reporting = reporting;
        this.finding = finding;
        this.triaging = triaging;
        this.witnessing = witnessing;
        this.database = database;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        Roles.of(people).filter(roles -> !isTold(roles.coordinator())).ifPresent(this::invent);
    }

    private void invent(Roles roles) {
        List<UUID> heard = cases.heard(roles.coordinator(), CASES);
        if (heard.size() == CASES) {
            invent(roles.coordinator(), roles.representatives().getFirst(), heard);
        }
    }

    private void invent(Viewer coordinator, Viewer representative, List<UUID> heard) {
        tell(representative, heard.getFirst(), "STALKING", "Invented: he waited at the bus stop, twice.", Safe.NO);
        UUID promised = tell(
                representative, heard.get(1), "THREATS", "Invented: he rang and said that he is coming.", Safe.YES);
        triaging.settle(coordinator, incident(coordinator, promised), Settlement.REFERRED, "");
        UUID others =
                tell(representative, heard.getLast(), "EMOTIONAL", "Invented: shouting in the hall.", Safe.UNKNOWN);
        triaging.settle(
                coordinator,
                incident(coordinator, others),
                Settlement.OTHER_PERSONS,
                "Invented: it was the flat below. Their neighbour took one door for the other.");
        LOG.info("The demonstration has further abuse");
    }

    private UUID tell(Viewer representative, UUID referral, String kind, String words, Safe safe) {
        Telling telling = reporting.open(representative, referral);
        List<UUID> harmers = telling.harmers().stream().map(SourceRecord::id).toList();
        UUID report = Identity.at(clock.instant());
        reporting.report(
                representative,
                report,
                referral,
                new FurtherAbuse(
                        days.today().minusDays(1),
                        false,
                        kind,
                        words,
                        harmers.isEmpty() ? Who.SAME : Who.NAMED,
                        harmers,
                        KnownBy.TOLD_BY_ANOTHER,
                        safe,
                        Emergency.NOT_NEEDED,
                        ""));
        return report;
    }

    /// The incident of a report. It is found at once rather than with the next news, so that it can be answered.
    private UUID incident(Viewer coordinator, UUID report) {
        return witnessing.witness(coordinator, Deed.of(Verb.READ, "incident"), shown -> {
            UUID concern = database.sql("select id from people.concern where source_key = :report")
                    .param("report", report.toString())
                    .query(UUID.class)
                    .single();
            finding.hear(new NewConcern(concern, null, List.of()));
            Found found = database.sql("select id, record_id from marac.incident where concern_id = :concern")
                    .param("concern", concern)
                    .query((row, _) ->
                            new Found(row.getObject("id", UUID.class), row.getObject("record_id", UUID.class)))
                    .single();
            shown.add(found.referral());
            return found.id();
        });
    }

    private record Found(UUID id, UUID referral) {}

    private boolean isTold(Viewer coordinator) {
        return witnessing.witness(
                coordinator,
                Deed.of(Verb.LIST, "incident"),
                _ -> database.sql("select exists (select from marac.further_report)")
                        .query(Boolean.class)
                        .single());
    }
}
