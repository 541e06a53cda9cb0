package org.witan.linkage.model;

/// Which pairs of records may be the same at all.
public enum Pairing {
    /// Two records of one list: finds duplicates.
    WITHIN {
        @Override
        public boolean allows(int left, int right) {
            return left == right;
        }
    },
    /// Two records of different lists: links lists that have no duplicates.
    BETWEEN {
        @Override
        public boolean allows(int left, int right) {
            return left != right;
        }
    },
    /// Any two records.
    BOTH {
        @Override
        public boolean allows(int left, int right) {
            return true;
        }
    };

    /// Whether records of these two lists may be paired.
    public abstract boolean allows(int left, int right);
}
