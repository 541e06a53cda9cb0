package org.witan.meeting;

import java.util.List;
import org.witan.access.Viewer;

/// What stands on the agendas of boards of a kind beside the records: another module counts it, and says where it is
/// read.
public interface AgendaParts {

    /// The kind of board.
    BoardKind kind();

    /// What there is for whoever looks.
    List<Part> of(Viewer viewer, Meeting meeting);

    /// Something that is read on a page of its own.
    ///
    /// @param words what it is and how many
    record Part(Section section, String words, String path) {}
}
