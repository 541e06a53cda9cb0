/// How fast Witan is and how much memory it takes, measured beside the engine it rests on.
///
/// Three measurements: [LoadMeasurement], [ComparisonMeasurement] with [ComparisonBenchmark], and [PageMeasurement].
/// All of them use one invented extract of ten million crimes. Nothing here is part of the product.
@NullMarked
package org.witan.benchmarks;

import org.jspecify.annotations.NullMarked;
