/// `./witan statistics …`: the same questions on the command line. Exit 0 answered, 2 bad input or usage with
/// one line on standard error, 3 refused by a rule.
@NullMarked
package org.witan.statistics.command;

import org.jspecify.annotations.NullMarked;
