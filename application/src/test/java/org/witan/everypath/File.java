package org.witan.everypath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.access.Part;
import org.witan.access.RecordKind;

/// A record of the invented partnership, with the facts that the rule reads.
final class File {
    final String label;
    final UUID id;
    final RecordKind kind;
    final String reference;
    final String mark;
    final @Nullable File within;
    final List<File> about = new ArrayList<>();

    /// A record of the same person, to which this one is linked.
    @Nullable
    File same;

    final Set<UUID> parties = new HashSet<>();
    final Set<UUID> pastParties = new HashSet<>();
    final Set<UUID> assigned = new HashSet<>();
    final Set<UUID> pastAssigned = new HashSet<>();
    final Set<UUID> named = new HashSet<>();
    final Set<UUID> pastNamed = new HashSet<>();
    final Set<UUID> barred = new HashSet<>();
    final Set<UUID> pastBarred = new HashSet<>();
    final Set<UUID> barredAgencies = new HashSet<>();
    final Set<UUID> glass = new HashSet<>();
    final Set<UUID> spentGlass = new HashSet<>();
    final Set<UUID> rejectedGlass = new HashSet<>();
    boolean restricted;
    boolean wasRestricted;
    Embargo embargo = Embargo.NONE;

    File(String label, UUID id, RecordKind kind, String reference, String mark, @Nullable File within) {
        this.label = label;
        this.id = id;
        this.kind = kind;
        this.reference = reference;
        this.mark = mark;
        this.within = within;
    }

    /// Words that stand in one part of this record and nowhere else.
    String marker(Part part) {
        return mark + "p" + part.name().toLowerCase(Locale.ROOT) + "q";
    }

    /// The word that all records of the test share.
    String word() {
        return "w" + mark.substring(2, 10);
    }

    /// This record and what it lies within, outwards.
    List<File> chain() {
        var all = new ArrayList<File>();
        for (File one = this; one != null; one = one.within) {
            all.add(one);
        }
        return all;
    }

    @Override
    public String toString() {
        return label;
    }

    enum Embargo {
        NONE,
        NOW,
        PAST,
        ENDED_EARLY
    }
}
