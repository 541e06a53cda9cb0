package org.witan.linkage.comparison;

import java.util.Locale;

/// What agreement or difference in a comparison may decide, besides the bits it adds.
public enum Bearing {
    /// Nothing besides.
    OWN,
    /// Members of one household share it: evidence of this kind alone links nobody.
    SHARED,
    /// It tells members of one household, even twins, apart: where it differs, a person must look.
    NAMING,
    /// Issued to one person: where it is the same, it outweighs a name that differs. Nearly the same is not enough, as
    /// those of twins are.
    IDENTIFYING;

    /// As a model's file names it.
    public String notation() {
        return name().toLowerCase(Locale.ROOT);
    }
}
