/// Figures as a file for a spreadsheet: CSV, Office Open XML or OpenDocument, each with the same rows, so that the
/// caveats and the sources travel with the numbers.
@NullMarked
@NamedInterface("file")
package org.witan.site.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
