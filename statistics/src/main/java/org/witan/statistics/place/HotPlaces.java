package org.witan.statistics.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// The places with most, the first of them first. Places with the same figure share their rank, and it is told
/// when the list ends among equals.
///
/// @param all places that have any; of a density, all tops of hills
/// @param leftOutWithTheSame places with the same figure as the last of the list that the list does not hold
public record HotPlaces(List<Place> places, int all, int leftOutWithTheSame) {

    /// One place.
    ///
    /// @param rank 1 for the first; the same for equals, which stand from west to east
    /// @param tied true when another place has the same figure
    /// @param figure crimes, or crimes in a square kilometre
    public record Place(int rank, boolean tied, Point point, double figure) {}

    public HotPlaces {
        places = List.copyOf(places);
    }

    /// The points on which most happened: of published crimes the map points, each of which stands for a stretch
    /// of street.
    public static Outcome<HotPlaces> ofPoints(List<Point> points, int top) {
        return points.isEmpty() ? nothing() : new Outcome.Found<>(ranked(points, top));
    }

    /// The same for points that are there.
    static HotPlaces ranked(List<Point> points, int top) {
        return first(counts(points, UnaryOperator.identity()), top);
    }

    /// The cells in which most happened, each by its middle.
    public static Outcome<HotPlaces> ofCells(List<Point> points, double cell, int top) {
        if (!(cell >= 1)) {
            return new Outcome.Refused<>("measure-of-the-map", "A cell must be at least 1 m wide.");
        }
        return points.isEmpty()
                ? nothing()
                : new Outcome.Found<>(first(counts(points, point -> Cells.middle(point, cell)), top));
    }

    private static Map<Point, Double> counts(List<Point> points, UnaryOperator<Point> place) {
        var counts = new TreeMap<Point, Double>();
        points.forEach(point -> counts.merge(place.apply(point), 1.0, Double::sum));
        return counts;
    }

    /// The tops of the hills of a density: the densest cells that lie at least a bandwidth from every denser one
    /// listed, because the cells beside a top are the same hill.
    public static HotPlaces ofDensity(KernelDensity.Surface surface, int top) {
        var tops = surface.tops();
        var chosen = new TreeMap<Point, Double>();
        for (var hill : sorted(tops)) {
            boolean apart = chosen.keySet().stream()
                    .allMatch(other -> ClosePairs.distance(other, hill.getKey()) >= surface.bandwidth());
            if (apart) {
                chosen.put(hill.getKey(), hill.getValue());
            }
            if (chosen.size() > top) {
                break;
            }
        }
        var first = first(chosen, top);
        return new HotPlaces(first.places(), tops.size(), first.leftOutWithTheSame());
    }

    private static List<Map.Entry<Point, Double>> sorted(Map<Point, Double> figures) {
        return figures.entrySet().stream()
                .sorted(Map.Entry.<Point, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private static HotPlaces first(Map<Point, Double> figures, int top) {
        var sorted = sorted(figures);
        var numbers = new TreeMap<Double, Integer>();
        figures.values().forEach(figure -> numbers.merge(figure, 1, Integer::sum));
        var places = new ArrayList<Place>();
        for (var entry : sorted.subList(0, Math.min(Math.max(1, top), sorted.size()))) {
            double figure = entry.getValue();
            boolean again = !places.isEmpty() && places.getLast().figure() == figure;
            int rank = again ? places.getLast().rank() : places.size() + 1;
            places.add(new Place(rank, numbers.getOrDefault(figure, 0) > 1, entry.getKey(), figure));
        }
        double last = places.getLast().figure();
        long listed = places.stream().filter(place -> place.figure() == last).count();
        return new HotPlaces(places, figures.size(), Math.toIntExact(numbers.getOrDefault(last, 0) - listed));
    }

    private static Outcome<HotPlaces> nothing() {
        return new Outcome.Refused<>("no-points", "There is no point to rank.");
    }
}
