package org.witan.hub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.hub.MeasuringIndependence.Measuring;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// The residents of a demonstration's hub, each referred and added as anybody would.
@Component
class InventedResidents {
    private final ReferringResidents referring;
    private final ReadingHub reading;
    private final DecidingCases deciding;
    private final AddingNeeds needs;
    private final SteppingCases stepping;
    private final MeasuringIndependence measuring;
    private final Days days;
    private final Clock clock;

    InventedResidents(
            ReferringResidents referring,
            ReadingHub reading,
            DecidingCases deciding,
            AddingNeeds needs,
            SteppingCases stepping,
            MeasuringIndependence measuring,
            Days days,
            Clock clock) {
        this.referring = referring;
        this.reading = reading;
        this.deciding = deciding;
        this.needs = needs;
        this.stepping = stepping;
        this.measuring = measuring;
        this.days = days;
        this.clock = clock;
    }

    /// A resident whose case waits for the word of whoever coordinates the MARAC.
    void steppedUp(Viewer keeper, Viewer by, UUID meeting) {
        UUID id = added(keeper, by, meeting, "Leander", "MENTAL_HEALTH");
        stepping.up(
                keeper,
                id(),
                id,
                version(keeper, id),
                StepUpTo.MARAC,
                "Invented: he told his nurse that his partner locks him in.");
    }

    /// A resident of whom domestic abuse comes to light after every agency of the hub was let in.
    void closed(Viewer keeper, Viewer by, UUID meeting) {
        UUID id = added(keeper, by, meeting, "Perpetua", "HOUSING");
        needs.add(keeper, id(), id, version(keeper, id), "DOMESTIC_ABUSE");
    }

    /// A resident who was referred and put on the agenda of a meeting.
    UUID added(Viewer keeper, Viewer by, UUID meeting, String name, String... needs) {
        UUID id = refer(by, name, needs);
        deciding.add(
                keeper,
                id(),
                id,
                0,
                new DecidingCases.Adding(
                        meeting,
                        "Invented: no agency can do this alone.",
                        false,
                        false,
                        false,
                        "see who helps this person already and agree who does what"));
        return id;
    }

    /// A resident whose referral waits.
    UUID refer(Viewer by, String name, String... needs) {
        UUID id = id();
        referring.refer(
                by,
                id,
                new ResidentReferral(
                        name,
                        "Madeupton",
                        LocalDate.of(1958, 6, 7),
                        "07700 900654, after ten",
                        "3 Invented Terrace",
                        "ZZ12 3ZZ",
                        List.of(),
                        List.of(needs),
                        "Invented: lives alone, the rent is late, neighbours worry.",
                        "Invented: rang three times, wrote twice.",
                        true,
                        "",
                        ""));
        return id;
    }

    void measure(Viewer keeper, UUID id, Occasion occasion, int value, int daysAgo) {
        HubCaseInFull found = reading.open(keeper, id);
        var values = new LinkedHashMap<String, Integer>();
        found.needs().forEach(need -> values.put(need.code(), value + values.size()));
        measuring.measure(
                keeper,
                id(),
                id,
                found.line().version(),
                new Measuring(
                        occasion,
                        true,
                        days.today().minusDays(daysAgo),
                        "Invented.",
                        Map.copyOf(values),
                        occasion == Occasion.END ? null : days.today().plusDays(5)));
    }

    int version(Viewer keeper, UUID id) {
        return reading.open(keeper, id).line().version();
    }

    private UUID id() {
        return Identity.at(clock.instant());
    }
}
