package org.witan.priorities;

import java.util.Optional;
import java.util.regex.Pattern;

/// A hot place that a problem is about, as the page of hot places shows it: never an address.
///
/// @param grid its grid reference to 100 m, such as `SJ 883 475`
/// @param area the code of the small area around it; empty where that is not known
public record HotPlace(String grid, String area) {
    private static final Pattern GRID = Pattern.compile("[A-Z]{2} [0-9]{3} [0-9]{3}");
    private static final Pattern AREA = Pattern.compile("([EW]01[0-9]{6})?");

    /// What an address or a form names; empty when it is no such place.
    public static Optional<HotPlace> read(String grid, String area) {
        return GRID.matcher(grid).matches() && AREA.matcher(area).matches()
                ? Optional.of(new HotPlace(grid, area))
                : Optional.empty();
    }
}
