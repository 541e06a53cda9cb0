package org.witan.linkage.estimation;

/// How matching pairs usually look, before anything was learned: mostly the same, seldom different.
final class Usual {
    private static final double SAME = 0.8;
    private static final double DIFFERENT = 0.08;

    private Usual() {}

    /// @param answers the levels and "differs"
    static double[] matching(int answers) {
        double[] usual = new double[answers];
        double between = answers == 2 ? 0 : (1 - SAME - DIFFERENT) / (answers - 2);
        java.util.Arrays.fill(usual, between);
        usual[0] = answers == 2 ? 1 - DIFFERENT : SAME;
        usual[answers - 1] = DIFFERENT;
        return usual;
    }
}
