/// `./witan people …`: links files from the command line. Exit 0 done, 1 failed, 2 bad input or usage with one
/// line on standard error. Only this package needs anything beyond `java.*`.
@NullMarked
package org.witan.linkage.command;

import org.jspecify.annotations.NullMarked;
