package org.witan.linkage.violations;

import de.siegmar.fastcsv.reader.CsvReader;

/// What the library must not do.
public final class KnowsALibrary {
    private KnowsALibrary() {}

    public static Class<?> known() {
        return CsvReader.class;
    }
}
