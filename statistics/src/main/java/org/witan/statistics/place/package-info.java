/// Where recorded crime gathers: hot places by count and by kernel density, how well they told where the next
/// month's crimes would be, whether one crime is followed by another near it, and what changed after something
/// was done.
///
/// It reads points that publishers have moved onto map points; it never knows an address. Every answer is either
/// found or refused in words, and carries what a reader must know of it. It does not decide what may be compared
/// over time ([org.witan.statistics.comparison] does).
@NullMarked
package org.witan.statistics.place;

import org.jspecify.annotations.NullMarked;
