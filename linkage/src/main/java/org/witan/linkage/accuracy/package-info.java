/// Precision, recall and calibration where the truth is known. Nothing here is used to learn.
@NullMarked
package org.witan.linkage.accuracy;

import org.jspecify.annotations.NullMarked;
