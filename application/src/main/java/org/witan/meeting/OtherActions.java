package org.witan.meeting;

import java.util.List;
import org.witan.access.Viewer;

/// What an agency has to do that is no action of this module, because it stands in no record: another module offers it
/// for the one list that an agency works from.
public interface OtherActions {

    /// Key of the heading above them.
    String words();

    /// What is open for whoever looks, what is due first; none where they have none.
    List<One> open(Viewer viewer);

    /// One of them, in words.
    ///
    /// @param path where it is reported
    /// @param late whether it should have been done before today
    /// @param notes what else is to be known, such as that it was asked for
    record One(String path, String title, String due, boolean late, String state, List<String> notes) {
        public One {
            notes = List.copyOf(notes);
        }
    }
}
