package org.witan.statistics.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.StreetSelection;

/// The published points of a selection, read by one SQL.
///
/// @param crimes those of the set
/// @param everything all that was published in the area, of whatever kind: where anything can be at all
/// @param number rows of the set, with or without a point
record StreetPoints(List<Row> crimes, List<Row> everything, int number, int withoutPoint, int outsideEngland) {

    /// A published row.
    record Row(Event event, @Nullable String lsoa) {}

    static StreetPoints read(StreetSelection selection, StreetSelection.Months months, String relation, Reader reader) {
        var reading = new Reading();
        if (!months.held().isEmpty()) {
            reader.read(
                    """
                    select year(month) * 12 + month(month) - 1 as place_in_time, longitude, latitude, lsoa,
                           %s as asked, count(*) as number
                    from %s
                    where %s and %s
                    group by all""".formatted(
                            selection.isInSet(), relation, StreetSelection.isIn(months.held()), selection.isInArea()),
                    reading::add);
        }
        return reading.done();
    }

    /// A month as the time of an event.
    static int time(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    List<Event> events() {
        return crimes.stream().map(Row::event).toList();
    }

    List<Point> places() {
        return crimes.stream().map(row -> row.event().point()).toList();
    }

    private static final class Reading {
        private final List<Row> crimes = new ArrayList<>();
        private final List<Row> everything = new ArrayList<>();
        private int number;
        private int withoutPoint;
        private int outsideEngland;

        void add(ResultSet row) throws SQLException {
            int time = row.getInt(1);
            double longitude = row.getDouble(2);
            boolean blank = row.wasNull();
            double latitude = row.getDouble(3);
            blank |= row.wasNull();
            var lsoa = row.getString(4);
            boolean asked = row.getBoolean(5);
            int count = row.getInt(6);
            var point = NationalGrid.findInEngland(longitude, latitude);
            if (asked) {
                number += count;
                withoutPoint += blank ? count : 0;
                outsideEngland += !blank && point.isEmpty() ? count : 0;
            }
            if (!blank && point.isPresent()) {
                add(new Row(new Event(point.get(), time), lsoa), asked, count);
            }
        }

        private void add(Row row, boolean asked, int count) {
            everything.add(row);
            for (int i = 0; asked && i < count; i++) {
                crimes.add(row);
            }
        }

        StreetPoints done() {
            return new StreetPoints(crimes, everything, number, withoutPoint, outsideEngland);
        }
    }
}
