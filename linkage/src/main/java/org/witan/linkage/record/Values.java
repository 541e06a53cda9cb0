package org.witan.linkage.record;

import java.util.Arrays;

/// Distinct texts, numbered from 0 in the order in which they first came.
///
/// An open table of numbers over one array of texts: a fraction of the memory of a hash map, which matters where
/// millions of addresses differ. Beside each number stands the hash of its text, so that hardly ever a text is looked
/// at
/// that is another one.
final class Values {
    private static final int SMALLEST = 16;
    private static final long NUMBER = 0xFFFFFFFFL;

    private String[] values = new String[SMALLEST];

    /// The hash of the text in the high half, its number plus one in the low; 0 is free.
    private long[] slots = new long[SMALLEST * 2];

    private int size;

    /// The number of this text, a new one if it was not here before.
    int number(String value) {
        int hash = spread(value.hashCode());
        int slot = slot(value, hash);
        if (slots[slot] != 0) {
            return (int) (slots[slot] & NUMBER) - 1;
        }
        if (size == values.length) {
            grow();
            slot = slot(value, hash);
        }
        values[size++] = value;
        slots[slot] = ((long) hash << Integer.SIZE) | size;
        return size - 1;
    }

    /// The number of this text, or -1.
    int find(String value) {
        return (int) (slots[slot(value, spread(value.hashCode()))] & NUMBER) - 1;
    }

    String value(int number) {
        return values[number];
    }

    int size() {
        return size;
    }

    private int slot(String value, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0 && !isAt(slot, hash, value)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int slot, int hash, String value) {
        return (int) (slots[slot] >>> Integer.SIZE) == hash && values[(int) (slots[slot] & NUMBER) - 1].equals(value);
    }

    private void grow() {
        values = Arrays.copyOf(values, size * 2);
        long[] before = slots;
        slots = new long[size * 4];
        int mask = slots.length - 1;
        for (long entry : before) {
            if (entry != 0) {
                int slot = (int) (entry >>> Integer.SIZE) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    /// The bits of a text's hash are alike for texts that differ in one letter.
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
