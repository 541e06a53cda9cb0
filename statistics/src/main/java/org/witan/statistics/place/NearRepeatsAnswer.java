package org.witan.statistics.place;

import java.util.List;

/// Near repeats with what a reader must know of them.
public record NearRepeatsAnswer(NearRepeatsQuestion question, Read read, NearRepeats repeats, List<Caveat> caveats) {

    public NearRepeatsAnswer {
        caveats = List.copyOf(caveats);
    }
}
