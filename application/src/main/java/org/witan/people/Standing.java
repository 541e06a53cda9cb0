package org.witan.people;

import org.witan.access.Part;

/// What a person is in what was given.
public enum Standing {
    VICTIM(Part.VICTIM),
    PERPETRATOR(Part.PERPETRATOR),
    CHILD(Part.CHILDREN),
    OTHER(Part.CHILDREN);

    private final Part part;

    Standing(Part part) {
        this.part = part;
    }

    /// The part of a record that opens who the person is.
    public Part part() {
        return part;
    }
}
