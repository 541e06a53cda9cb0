/// Pairs become groups that hold together. What does not hold together is not joined and is marked.
@NullMarked
package org.witan.linkage.cluster;

import org.jspecify.annotations.NullMarked;
