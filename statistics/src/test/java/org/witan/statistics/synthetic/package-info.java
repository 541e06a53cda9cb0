@NullMarked
package org.witan.statistics.synthetic;

import org.jspecify.annotations.NullMarked;
