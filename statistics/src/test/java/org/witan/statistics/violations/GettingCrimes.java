package org.witan.statistics.violations;

/// Says "get" where the name of the thing would do.
public final class GettingCrimes {
    public int getCrimes() {
        return 0;
    }
}
