package org.witan.matac;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.site.Days;

/// Opens how anybody is ranked: every version of the scale, and the table of harm of the one in force. No person is in
/// it.
@Component
public class OpeningScales {
    private final Witnessing witnessing;
    private final Scales scales;
    private final Days days;

    OpeningScales(Witnessing witnessing, Scales scales, Days days) {
        this.witnessing = witnessing;
        this.scales = scales;
        this.days = days;
    }

    /// The scale with all its versions.
    ///
    /// @param versions newest first, those of a day to come among them
    /// @param inForce the one of today
    /// @param harm its table of harm
    public record Opened(List<Scale> versions, Scale inForce, List<Scale.Harm> harm) {}

    /// The scale.
    ///
    /// @param verb READ for a page, EXPORT for a file
    public Opened open(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "matac scale"), _ -> {
            Scale inForce = scales.on(days.today());
            return new Opened(
                    scales.all(), inForce, scales.harm(inForce.bounds().harmVersion()));
        });
    }
}
