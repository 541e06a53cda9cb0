package org.witan.statistics.violations;

/// Prints where `--json` must be the only word.
public final class Printing {
    public void print() {
        System.out.println("in the middle of somebody's JSON");
    }
}
