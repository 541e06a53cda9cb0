/// Reads the list in which a partnership kept its conferences before: a spreadsheet, a file of separated values, or a
/// table in a Word document. It knows no database and keeps nothing.
@NullMarked
package org.witan.marac.oldlist;

import org.jspecify.annotations.NullMarked;
