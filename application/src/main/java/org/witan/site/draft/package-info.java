/// Writing something long, one question a page: what is typed is kept on every page, complete or not, and is gone on
/// with on another machine. Whoever writes it alone reads it until it is sent.
///
/// A module keeps its own table ([org.witan.site.draft.DraftStore]) and its own pages, words and
/// order; the way of keeping ([org.witan.site.draft.WritingDrafts]), what was typed
/// ([org.witan.site.draft.TypedPages]) and how a page looks ([org.witan.site.draft.DraftPage]) are
/// here, once.
@NullMarked
@NamedInterface("draft")
package org.witan.site.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
