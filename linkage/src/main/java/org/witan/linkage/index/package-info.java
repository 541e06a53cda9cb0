/// One record at a time against those already known, with its group brought up to date at once.
@NullMarked
package org.witan.linkage.index;

import org.jspecify.annotations.NullMarked;
