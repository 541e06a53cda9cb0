package org.witan.access.trail;

import java.util.List;

/// What a verification says.
///
/// @param rows how many seals were followed
/// @param position the last place in the chain
/// @param link the last link
/// @param heads how many signed heads were compared that are kept with the chain
/// @param beside how many heads of a file were compared
/// @param waiting how many entries wait to be sealed
/// @param codes whether the codes of rows were compared
/// @param signatures whether signatures were compared
/// @param found how many findings there are
/// @param findings the first of them
record Verdict(
        long rows,
        long position,
        String link,
        long heads,
        long beside,
        long waiting,
        boolean codes,
        boolean signatures,
        long found,
        List<Finding> findings) {

    boolean intact() {
        return found == 0;
    }
}
