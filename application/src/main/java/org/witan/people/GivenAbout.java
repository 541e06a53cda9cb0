package org.witan.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What an agency says happened between persons of whom records are here already, such as those of a
/// referral that it sees. No name is written again, so nothing has to be matched or guessed.
///
/// @param victim a record of the victim
/// @param perpetrators records of those who did it, as far as whoever gives it knows and may see them
public record GivenAbout(Source source, UUID victim, List<UUID> perpetrators, GivenConcern concern) {

    public GivenAbout {
        perpetrators = List.copyOf(perpetrators);
    }

    List<UUID> records() {
        var all = new ArrayList<>(List.of(victim));
        all.addAll(perpetrators);
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return "something that happened";
    }
}
