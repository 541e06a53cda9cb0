package org.witan.marac.oldlist;

/// A list cannot be read. Nothing of what it holds is said.
public final class UnreadableList extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // A name of ours alone.
    private final Why why;

    UnreadableList(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /// Why a list cannot be read.
    public enum Why {
        EMPTY,
        TOO_LARGE,
        /// More rows than one list may have.
        TOO_LONG,
        /// It holds a program that would run when it is opened.
        MACROS,
        /// The older format of a spreadsheet or document, or one behind a password.
        OLD_OR_LOCKED,
        /// No spreadsheet, document or text, whatever it is called.
        NO_LIST,
        /// It is of a kind that is read, but broken.
        BROKEN,
        /// No row of headings of which one is known, over at least one other row, was found in it.
        NO_TABLE
    }
}
