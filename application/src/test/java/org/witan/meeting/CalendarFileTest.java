package org.witan.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    private static final UUID ID = UUID.fromString("019ac000-0000-7000-8000-000000000001");

    @Test
    void aMeetingInSummerIsInTheTimeOfThatDay() {
        String file = CalendarFile.of(List.of(entry("2027-07-06T08:30:00Z", "Invented House")));
        assertThat(file.split("\r\n"))
                .contains(
                        "DTSTART;TZID=Europe/London:20270706T093000",
                        "DURATION:PT180M",
                        "SUMMARY:Witan: meeting",
                        "LOCATION:Invented House",
                        "UID:" + ID + "@witan",
                        "SEQUENCE:2",
                        "STATUS:CONFIRMED");
    }

    @Test
    void aMeetingInWinterIsInTheTimeOfThatDay() {
        assertThat(CalendarFile.of(List.of(entry("2027-01-12T09:30:00Z", ""))))
                .contains("DTSTART;TZID=Europe/London:20270112T093000");
    }

    @Test
    void everyLineEndsAsTheFormatSaysAndNoneIsTooLong() {
        String place = "Room 4, East; the \\old\\ building 🏛️ דלת שנייה\nsecond line ".repeat(5);
        String file = CalendarFile.of(List.of(entry("2027-07-06T08:30:00Z", place)));
        assertThat(file).endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(file.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\uFFFD"));
        // Unfolded, it is what was given, with what means something to the format escaped.
        String unfolded = file.replace("\r\n ", "");
        assertThat(unfolded)
                .contains("LOCATION:"
                        + "Room 4\\, East\\; the \\\\old\\\\ building 🏛️ דלת שנייה\\nsecond line ".repeat(5));
    }

    @Test
    void aPlaceCannotBeginALineOfItsOwn() {
        String file =
                CalendarFile.of(List.of(entry("2027-07-06T08:30:00Z", "A\r\nATTENDEE:mailto:x@example.org\u0007")));
        assertThat(file.split("\r\n")).noneMatch(line -> line.startsWith("ATTENDEE"));
        assertThat(file).doesNotContain("\u0007");
    }

    @Test
    void aCancelledMeetingSaysSo() {
        var entry = new Calendars.Entry(ID, Instant.parse("2027-01-12T09:30:00Z"), 60, "", true, 3, Instant.EPOCH);
        assertThat(CalendarFile.of(List.of(entry))).contains("STATUS:CANCELLED", "SEQUENCE:3");
    }

    private static Calendars.Entry entry(String starts, String place) {
        return new Calendars.Entry(
                ID, Instant.parse(starts), 180, place, false, 2, Instant.parse("2026-11-26T10:00:00Z"));
    }
}
