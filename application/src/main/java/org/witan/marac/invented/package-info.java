/// The invented history of a demonstration: years of meetings of people who do not exist.
@NullMarked
package org.witan.marac.invented;

import org.jspecify.annotations.NullMarked;
