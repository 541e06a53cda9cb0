/// A model for columns that nobody described, from their names and what is in them.
@NullMarked
package org.witan.linkage.suggestion;

import org.jspecify.annotations.NullMarked;
