/// Learns the evidence of each level from the records alone, the same each time for the same records.
@NullMarked
package org.witan.linkage.estimation;

import org.jspecify.annotations.NullMarked;
