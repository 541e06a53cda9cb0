package org.witan.linkage.record;

import java.util.Arrays;

/// Distinct texts, numbered from 0 in the order in which they first came.
///
/// An open table of numbers over one array of texts: a fraction of the memory of a hash map, which matters where
/// millions of addresses differ.
final class Values {
    private static final int SMALLEST = 16;

    private String[] values = new String[SMALLEST];
    private int[] slots = new int[SMALLEST * 2];
    private int size;

    /// The number of this text, a new one if it was not here before.
    int number(String value) {
        int slot = slot(value);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == values.length) {
            grow();
            slot = slot(value);
        }
        values[size] = value;
        slots[slot] = ++size;
        return size - 1;
    }

    /// The number of this text, or -1.
    int find(String value) {
        return slots[slot(value)] - 1;
    }

    String value(int number) {
        return values[number];
    }

    int size() {
        return size;
    }

    private int slot(String value) {
        int mask = slots.length - 1;
        int slot = spread(value.hashCode()) & mask;
        while (slots[slot] != 0 && !values[slots[slot] - 1].equals(value)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        values = Arrays.copyOf(values, size * 2);
        slots = new int[size * 4];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = spread(values[number].hashCode()) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    /// The low bits of a text's hash are alike for texts that differ in one letter.
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
