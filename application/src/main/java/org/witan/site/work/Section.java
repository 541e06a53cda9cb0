package org.witan.site.work;

/// Where on "your work" something stands.
public enum Section {
    /// It cannot wait for tomorrow.
    NOW,
    THIS_WEEK,
    /// It is the reader's own.
    MINE,
    /// Nothing to do yet, but it comes.
    WATCH,
    /// Shown only when nothing waits: the next thing that will.
    LATER
}
