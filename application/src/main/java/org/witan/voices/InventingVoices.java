package org.witan.voices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.site.Days;
import org.witan.voices.Deciding.Waiting;
import org.witan.voices.Deciding.Where;
import org.witan.voices.SurveyResult.Question;
import org.witan.voices.Told.Age;
import org.witan.voices.Told.Band;
import org.witan.voices.Told.OnDays;
import org.witan.voices.Told.PlaceKind;
import org.witan.voices.Told.Sex;
import org.witan.voices.Told.Topic;

/// Gives a demonstration places, what invented people told about them, and two surveys: one place that enough named,
/// some that few did, and reports that wait for the analyst.
///
/// It does so once: where the list of places is not empty, nothing is given.
@Component
@Order(60)
class InventingVoices implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingVoices.class);
    private static final Duration READ_IT = Duration.ofMinutes(2);
    private final Telling telling;
    private final Seal seal;
    private final KeepingPlaces places;
    private final Deciding deciding;
    private final Surveys surveys;
    private final Days days;
    private final Clock clock;

    InventingVoices(
            Telling telling,
            Seal seal,
            KeepingPlaces places,
            Deciding deciding,
            Surveys surveys,
            Days days,
            Clock clock) {
        this.telling = telling;
        this.seal = seal;
        this.places = places;
        this.deciding = deciding;
        this.surveys = surveys;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void invent(List<Acting> people) {
        Acting.of(people, Role.ANALYST, Purpose.STATISTICS).stream()
                .findFirst()
                .filter(_ -> places.all().isEmpty())
                .ifPresent(this::invent);
    }

    private void invent(Viewer analyst) {
        UUID stop =
                places.add(analyst, PlaceKind.TRANSPORT, "Invented bus stop by the library", "Codsall", "E07000196");
        UUID school = places.add(analyst, PlaceKind.SCHOOL, "Invented school gate", "Codsall", "");
        UUID canal = places.add(analyst, PlaceKind.PARK, "Invented canal path", "Penkridge", "");
        for (int i = 0; i < 6; i++) {
            tell(stop, PlaceKind.TRANSPORT, Band.AFTER_SCHOOL, Topic.DRIVERS, "Invented: cars stop and men call out.");
        }
        tell(stop, PlaceKind.TRANSPORT, Band.EVENING, Topic.DARK, "Invented: the lamp has been out since autumn.");
        for (int i = 0; i < 3; i++) {
            tell(school, PlaceKind.SCHOOL, Band.AFTER_SCHOOL, Topic.COMMENTS, "");
            tell(canal, PlaceKind.PARK, Band.DAY, Topic.NOBODY_ABOUT, "");
        }
        for (Waiting one : deciding.waiting(analyst)) {
            UUID place = one.told().place();
            if (place != null) {
                deciding.accept(
                        analyst, one.id(), new Where.Listed(place), one.told().words());
            }
        }
        tell(null, PlaceKind.STREET, Band.NIGHT, Topic.FOLLOWED, "Invented: he followed me as far as the bridge.");
        tell(null, PlaceKind.ONLINE, Band.ANY, Topic.PICTURES, "Invented: ring Invented Person on 07700 900123.");
        int year = days.today().getYear();
        surveys.keep(
                analyst,
                List.of(
                        new SurveyResult(year - 1, "South Staffordshire", Question.DAY, 812, 88.4, ""),
                        new SurveyResult(year, "South Staffordshire", Question.DAY, 790, 87.1, ""),
                        new SurveyResult(year - 1, "South Staffordshire", Question.AFTER_DARK, 812, 61.9, ""),
                        new SurveyResult(year, "South Staffordshire", Question.AFTER_DARK, 790, 54.3, "")),
                "Invented survey");
        LOG.info("The demonstration has voices");
    }

    private void tell(@Nullable UUID place, PlaceKind kind, Band band, Topic topic, String words) {
        telling.tell(
                seal.make(clock.instant().minus(READ_IT)),
                new Told(
                        kind,
                        place,
                        OnDays.WEEKDAYS,
                        band,
                        Set.of(topic),
                        Age.UNDER_16,
                        Sex.FEMALE,
                        place == null ? "Invented bridge in Wombourne" : "",
                        words));
    }
}
