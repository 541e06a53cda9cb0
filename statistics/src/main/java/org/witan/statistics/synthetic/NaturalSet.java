package org.witan.statistics.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The seven years of invented Staffordshire crimes at their calibrated size, as counts. It does not depend on the
/// seed: chance decides days, places inside a district and people, never a total.
final class NaturalSet {
    /// Spreads the few crimes of rare offences over the districts instead of giving all to the same one.
    private static final double GOLDEN = 0.6180339887498949;

    private final List<OffenceMix> mix = OffenceMix.staffordshire();
    private final List<Target> targets = Target.staffordshire();
    private final Districts districts;

    NaturalSet(Districts districts) {
        this.districts = districts;
    }

    /// Every cell of the year that is not empty.
    List<Cell> cells(int year) {
        var fixed = fixedByDistrict(year);
        var domestic = domestic(year);
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < mix.size(); i++) {
            addCells(cells, year, i, byDistrict(i, mix.get(i).in(year), fixed[i]), domestic[i]);
        }
        return cells;
    }

    private void addCells(List<Cell> cells, int year, int offence, long[] byDistrict, long domestic) {
        var weights = IntStream.range(0, byDistrict.length)
                .mapToDouble(d -> byDistrict[d])
                .toArray();
        var flagged = Shares.of(domestic, weights, 0.5);
        for (int d = 0; d < byDistrict.length; d++) {
            addCell(cells, new Cell(year, mix.get(offence), d, true, flagged[d]));
            addCell(cells, new Cell(year, mix.get(offence), d, false, byDistrict[d] - flagged[d]));
        }
    }

    private static void addCell(List<Cell> cells, Cell cell) {
        if (cell.count() < 0) {
            throw new IllegalStateException(
                    "more domestic crimes than crimes: " + cell.offence().code());
        }
        if (cell.count() > 0) {
            cells.add(cell);
        }
    }

    /// Crimes by offence and district where a district's own total is published; -1 where it is not. The district
    /// keeps its share of the force's crimes in the other years.
    private long[][] fixedByDistrict(int year) {
        var fixed = new long[mix.size()][];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = new long[districts.codes().size() + 1];
            Arrays.fill(fixed[i], -1);
        }
        for (var target : targets) {
            if (!target.district().isEmpty()) {
                fix(fixed, target, year);
            }
        }
        return fixed;
    }

    private void fix(long[][] fixed, Target target, int year) {
        int published = Integer.parseInt(target.year().substring(0, 4));
        double share = (double) target.count() / sum(weights(target, published));
        var now = weights(target, year);
        var parts = Shares.of(Math.round(share * sum(now)), now, 0.5);
        int district = districts.codes().indexOf(target.district());
        for (int i = 0; i < parts.length; i++) {
            if (target.counts(mix.get(i))) {
                fixed[i][district] = parts[i];
            }
        }
    }

    private double[] weights(Target target, int year) {
        return mix.stream()
                .mapToDouble(offence -> target.counts(offence) ? offence.in(year) : 0)
                .toArray();
    }

    private static double sum(double[] numbers) {
        return Arrays.stream(numbers).sum();
    }

    private long[] byDistrict(int offence, long count, long[] fixed) {
        var weights = districts.weights();
        long rest = count;
        for (int d = 0; d < fixed.length; d++) {
            if (fixed[d] >= 0) {
                weights[d] = 0;
                rest -= fixed[d];
            }
        }
        double turn = offence * GOLDEN;
        var parts = Shares.of(rest, weights, turn - StrictMath.floor(turn));
        for (int d = 0; d < fixed.length; d++) {
            parts[d] += Math.max(0, fixed[d]);
        }
        return parts;
    }

    /// Crimes flagged domestic by offence: the named offences first, then the rest of the year's total.
    private long[] domestic(int year) {
        var flagged = new long[mix.size()];
        var open = new double[mix.size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = mix.get(i).in(year) * mix.get(i).domesticShare();
        }
        long total = 0;
        for (var target : targets) {
            if (target.domestic() && target.year().equals(FinancialYears.name(year))) {
                total += target.codes().isEmpty() ? target.count() : -target.count();
                flag(flagged, open, target, year);
            }
        }
        var rest = Shares.of(total, open, 0.5);
        for (int i = 0; i < rest.length; i++) {
            flagged[i] += rest[i];
        }
        return flagged;
    }

    private void flag(long[] flagged, double[] open, Target target, int year) {
        var parts = Shares.of(target.codes().isEmpty() ? 0 : target.count(), weights(target, year), 0.5);
        for (int i = 0; i < parts.length; i++) {
            flagged[i] += parts[i];
            if (target.counts(mix.get(i))) {
                open[i] = 0;
            }
        }
    }
}
