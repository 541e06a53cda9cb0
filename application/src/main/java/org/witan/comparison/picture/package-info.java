/// Pictures of a figure as SVG, drawn on the server: bars with the breaks in the series, and a map of districts.
/// Other modules draw theirs with the same pen.
///
/// Every picture has a title and a description for readers who cannot see it, tells by shape as well as by colour, and
/// stands beside a table with the same numbers.
@NullMarked
@NamedInterface("picture")
package org.witan.comparison.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
