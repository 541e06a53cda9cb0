package org.witan.linkage.comparison;

/// Whether two values of one field, given by their numbers, are alike.
@FunctionalInterface
interface ValueTest {
    boolean holds(int left, int right);
}
