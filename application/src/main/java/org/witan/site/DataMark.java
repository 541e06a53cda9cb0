package org.witan.site;

/// Says what every page must carry about the data that a module shows.
@FunctionalInterface
public interface DataMark {

    /// True when any row behind the module's pages is invented.
    boolean synthetic();
}
