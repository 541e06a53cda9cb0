/// Comparisons of recorded crime on a page: a question in the address, an answer with its warnings first, pictures with
/// their tables, files to take away, and figures kept for publication.
///
/// The words: a question, a figure and a snapshot are those of `org.witan.statistics`, which counts and judges; this
/// module asks and shows. It computes no figure and decides no rule. Nothing in an address is personal.
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "site", "site :: file"})
package org.witan.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
