package org.witan.voices;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody told. Nothing in it says who.
///
/// @param place the place of the list that was chosen; null when it was told in words
/// @param topics what it is about; at least one
/// @param age null when it was not said
/// @param sex null when it was not said
/// @param placeWords where, in words; empty when a place was chosen
/// @param words what, in words; empty for none
public record Told(
        PlaceKind kind,
        @Nullable UUID place,
        OnDays days,
        Band band,
        Set<Topic> topics,
        @Nullable Age age,
        @Nullable Sex sex,
        String placeWords,
        String words) {

    public Told {
        topics = Set.copyOf(topics);
    }

    @Override
    public String toString() {
        return "what somebody told";
    }

    /// What kind of place.
    public enum PlaceKind {
        SCHOOL,
        TRANSPORT,
        STREET,
        PARK,
        NIGHT,
        ONLINE,
        OTHER
    }

    /// On which days.
    public enum OnDays {
        WEEKDAYS,
        WEEKEND,
        ANY
    }

    /// At which time of the day.
    public enum Band {
        EARLY,
        DAY,
        AFTER_SCHOOL,
        EVENING,
        NIGHT,
        ANY
    }

    /// What it is about.
    public enum Topic {
        COMMENTS,
        FOLLOWED,
        TOUCHED,
        THREATENED,
        PICTURES,
        GROUPS,
        DRINK_OR_DRUGS,
        DRIVERS,
        DARK,
        NOBODY_ABOUT,
        OTHER
    }

    /// How old, in bands that few can be known by.
    public enum Age {
        UNDER_16,
        FROM_16,
        FROM_18,
        FROM_25,
        FROM_65
    }

    /// Sex, as somebody says it.
    public enum Sex {
        FEMALE,
        MALE,
        OTHER
    }
}
