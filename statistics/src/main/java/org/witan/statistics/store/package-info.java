/// Snapshots of recorded crime on disk. A snapshot is a manifest that names immutable Parquet files; a load
/// makes a new one and never touches an old one, so that a published figure can be computed again.
///
/// It does not decide what is accepted (loading) or what may be compared (comparison).
@NullMarked
package org.witan.statistics.store;

import org.jspecify.annotations.NullMarked;
