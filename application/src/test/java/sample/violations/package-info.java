/// What the architecture rules forbid, one sample for each rule. They lie outside `org.witan`, so that nothing scans
/// them.
@NullMarked
package sample.violations;

import org.jspecify.annotations.NullMarked;
