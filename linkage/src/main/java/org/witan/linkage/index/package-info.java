/// One record at a time: against those in memory, with its group brought up to date at once, or against those that are
/// kept
/// elsewhere.
@NullMarked
package org.witan.linkage.index;

import org.jspecify.annotations.NullMarked;
