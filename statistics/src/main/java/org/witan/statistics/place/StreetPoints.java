package org.witan.statistics.place;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.StreetSelection;
import org.witan.statistics.store.Engine;

/// The published points of a selection, read by one SQL.
///
/// @param crimes those of the set
/// @param everything all that was published in the area, of whatever kind: where anything can be at all
/// @param number rows of the set, with or without a point
record StreetPoints(List<Row> crimes, List<Row> everything, int number, int withoutPoint, int outsideEngland) {

    /// A published row.
    record Row(Event event, @Nullable String lsoa) {}

    static StreetPoints read(StreetSelection selection, String relation, Connection engine) {
        var sql = """
                select year(month) * 12 + month(month) - 1 as place_in_time, longitude, latitude, lsoa,
                       %s as asked, count(*) as number
                from %s
                where month between date '%s' and date '%s' and %s
                group by all""".formatted(
                        selection.isInSet(),
                        relation,
                        selection.period().from(),
                        selection.period().to(),
                        selection.isInArea());
        try (var statement = engine.createStatement();
                var rows = statement.executeQuery(sql)) {
            var reading = new Reading();
            while (rows.next()) {
                reading.add(rows);
            }
            return reading.done();
        } catch (SQLException e) {
            throw new IllegalStateException("The store could not be read: " + Engine.firstLine(e), e);
        }
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
