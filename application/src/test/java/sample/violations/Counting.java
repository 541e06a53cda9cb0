package sample.violations;

import org.witan.statistics.reference.OffenceCode;

/// A module other than the comparison that reads recorded crime.
public class Counting {
    OffenceCode stalking() {
        return new OffenceCode("8Q");
    }
}
