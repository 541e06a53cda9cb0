/// Finds the records that tell of the same thing, in one list or between two, and says why.
///
/// A record is a row of text in named columns. Two records are compared field by field; each comparison finds one of
/// its levels ("the same", "one letter off", "different"), and each level carries evidence in bits, learned without
/// labels. The sum is the match weight. The way through the packages is the way of a pair:
///
/// - `record` holds what was given and the fields made of it, each distinct value once;
/// - `text` likens words, names, dates and postcodes;
/// - `comparison` is the vocabulary of levels; not given is always a level of its own;
/// - `model` says everything that decides a weight, and is written as one JSON file;
/// - `blocking` finds the pairs that are worth a comparison, and reports what each rule brings;
/// - `scoring` weighs pairs and explains them;
/// - `estimation` learns the evidence;
/// - `cluster` turns pairs into groups: link, review or apart;
/// - `index` takes one record at a time;
/// - `suggestion` proposes a model for columns that nobody described;
/// - `accuracy` measures against a truth, where there is one.
///
/// Nothing here knows what a record is about. Everything but `command` needs `java.*` alone.
@NullMarked
package org.witan.linkage;

import org.jspecify.annotations.NullMarked;
