package org.witan.statistics.loading;

/// Where a load tells how far it is.
public interface Progress {

    /// A progress that nobody watches.
    Progress SILENT = new Progress() {
        @Override
        public void stage(String file, String stage) {}

        @Override
        public void done(double share) {}
    };

    /// A named stage of a file begins.
    void stage(String file, String stage);

    /// How much of the stage is done, from 0 to 1. May be called from another thread.
    void done(double share);
}
