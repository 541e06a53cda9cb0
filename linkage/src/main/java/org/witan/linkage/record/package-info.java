/// Records in columns, as they were given, and the fields made of them. A value that occurs often is kept once.
@NullMarked
package org.witan.linkage.record;

import org.jspecify.annotations.NullMarked;
