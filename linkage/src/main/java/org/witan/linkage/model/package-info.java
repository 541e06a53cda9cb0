/// Everything that decides the weight of a pair, and its file. A model knows fields and levels, never a record.
@NullMarked
package org.witan.linkage.model;

import org.jspecify.annotations.NullMarked;
