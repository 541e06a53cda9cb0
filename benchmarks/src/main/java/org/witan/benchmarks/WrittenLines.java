package org.witan.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The lines that writers were told are written, with the moment at which each was first sent.
final class WrittenLines {
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final AtomicInteger cuts = new AtomicInteger();

    /// @param by the membership of whoever wrote it
    /// @param sent nanoseconds
    record Line(String id, String place, String by, long sent) {}

    void add(Line line) {
        lines.put(line.id(), line);
    }

    void cut() {
        cuts.incrementAndGet();
    }

    int cuts() {
        return cuts.get();
    }

    int size() {
        return lines.size();
    }

    Collection<Line> all() {
        return lines.values();
    }

    /// Those of one case.
    List<Line> of(String place) {
        return lines.values().stream().filter(one -> one.place().equals(place)).toList();
    }

    /// How many of them are not in the database.
    long lost(Connection database) throws SQLException {
        var there = new ArrayList<String>();
        try (var asked = database.createStatement();
                var rows = asked.executeQuery("select id from marac.line")) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        return lines.keySet().stream().filter(id -> !there.contains(id)).count();
    }

    /// How many words stand there more than once; no writer writes the same twice.
    long doubled(Connection database) throws SQLException {
        try (var asked = database.createStatement();
                var rows = asked.executeQuery(
                        "select count(*) - count(distinct words) from marac.line where words like 'Invented ' || id")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
