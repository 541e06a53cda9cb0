package org.witan.linkage.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records as they were given: an id, the list each came from, and its columns.
///
/// ```java
/// var records = new Records(List.of("given name", "surname"));
/// records.add("1", 0, "Ann", "Lee");
/// ```
public final class Records {
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Column> inOrder;
    private String[] ids = new String[16];
    private int[] sources = new int[16];
    private int size;

    public Records(List<String> names) {
        for (String name : names) {
            if (columns.put(name, new Column(name)) != null) {
                throw new UnusableRecords("Two columns have the same name; name each differently.");
            }
        }
        inOrder = new ArrayList<>(columns.values());
    }

    /// Adds a record.
    ///
    /// @param source the number of the list it comes from, from 0
    /// @param values one for each column, in order; null and empty mean not given
    /// @return its row
    public int add(String id, int source, @Nullable String... values) {
        if (values.length != inOrder.size()) {
            throw new UnusableRecords(
                    "A record has %d values for %d columns.".formatted(values.length, inOrder.size()));
        }
        for (int at = 0; at < values.length; at++) {
            inOrder.get(at).add(values[at]);
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            sources = Arrays.copyOf(sources, size * 2);
        }
        ids[size] = id;
        sources[size] = source;
        return size++;
    }

    /// Adds many records of one list, whose ids are to be given later.
    ///
    /// @param values by column, then by record
    public void addAll(int source, int many, String[][] values) {
        for (int at = 0; at < inOrder.size(); at++) {
            for (int record = 0; record < many; record++) {
                inOrder.get(at).add(values[at][record]);
            }
        }
        if (size + many > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(size + many, size * 2));
            sources = Arrays.copyOf(sources, ids.length);
        }
        Arrays.fill(ids, size, size + many, "");
        Arrays.fill(sources, size, size + many, source);
        size += many;
    }

    /// Gives the record another id.
    public void rename(int row, String id) {
        ids[row] = id;
    }

    public int size() {
        return size;
    }

    public String id(int row) {
        return ids[row];
    }

    /// The number of the list that the record comes from.
    public int source(int row) {
        return sources[row];
    }

    public List<Column> columns() {
        return List.copyOf(inOrder);
    }

    /// The column of this name.
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new UnusableRecords(
                    "There is no column \"%s\"; there are %s.".formatted(name, String.join(", ", columns.keySet())));
        }
        return column;
    }

    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /// The row of a record whose id another of its list had before, if there is one: it would make the answer
    /// ambiguous.
    public @Nullable Integer findDuplicateId() {
        Map<Integer, Values> seen = new HashMap<>();
        for (int row = 0; row < size(); row++) {
            Values ids = seen.computeIfAbsent(source(row), _ -> new Values());
            int before = ids.size();
            if (ids.number(id(row)) < before) {
                return row;
            }
        }
        return null;
    }
}
