/// From a file to a new snapshot in named stages: recognise, read, classify, check, replace, write, swap in,
/// report. Each file is recognised by its header. Nothing is half loaded: until the swap, readers see the
/// snapshot before.
@NullMarked
package org.witan.statistics.loading;

import org.jspecify.annotations.NullMarked;
