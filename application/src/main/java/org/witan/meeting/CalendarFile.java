package org.witan.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Meetings as a calendar program reads them (iCalendar, RFC 5545): times, places, and the words "Witan: meeting".
///
/// What kind of meeting it is, on whose behalf and about what is nobody's to read over a shoulder.
public final class CalendarFile {
    private static final int OCTETS = 75;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(Rows.HERE);
    private static final DateTimeFormatter UNIVERSAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> BEGIN = List.of(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Witan//Meetings//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VTIMEZONE",
            "TZID:Europe/London",
            "BEGIN:DAYLIGHT",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0100",
            "TZNAME:BST",
            "DTSTART:19810329T010000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0000",
            "TZNAME:GMT",
            "DTSTART:19961027T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "END:STANDARD",
            "END:VTIMEZONE");

    private CalendarFile() {}

    /// The file.
    public static String of(List<Calendars.Entry> entries) {
        var file = new StringBuilder();
        BEGIN.forEach(line -> fold(file, line));
        entries.forEach(entry -> lines(entry).forEach(line -> fold(file, line)));
        fold(file, "END:VCALENDAR");
        return file.toString();
    }

    private static List<String> lines(Calendars.Entry entry) {
        return List.of(
                "BEGIN:VEVENT",
                "UID:" + entry.meeting() + "@witan",
                "DTSTAMP:" + UNIVERSAL.format(entry.since()),
                "SEQUENCE:" + entry.version(),
                "DTSTART;TZID=Europe/London:" + local(entry.startsAt()),
                "DURATION:PT" + entry.minutes() + "M",
                "SUMMARY:Witan: meeting",
                "LOCATION:" + text(entry.place()),
                "STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"),
                "CLASS:PRIVATE",
                "END:VEVENT");
    }

    private static String local(Instant moment) {
        return LOCAL.format(moment);
    }

    /// A text value: what means something to the format is escaped, and what cannot be shown is left out.
    private static String text(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("[\\p{Cntrl}]", "");
    }

    /// A line of at most 75 octets; what is longer goes on after a line break and a blank, never within a character.
    private static void fold(StringBuilder file, String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            String one = Character.toString(character);
            int length = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(one);
            octets += length;
            at += Character.charCount(character);
        }
        file.append("\r\n");
    }
}
