package org.witan.site.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.witan.site.FormPage.Asked;
import org.witan.site.FormPage.Link;
import org.witan.site.Problem;

/// One page of a draft, with the list of its pages at the side.
///
/// @param path of the draft; its pages lie below it
/// @param warning what to do first; null for none
/// @param changed what was changed in another tab
/// @param seen stands for what the page held when it was made
/// @param back to the page before it, or to the list of drafts
public record DraftPage(
        String path,
        String page,
        String title,
        @Nullable String text,
        @Nullable String warning,
        List<Problem> problems,
        List<String> changed,
        String seen,
        List<Asked> asked,
        List<Side> sides,
        Link back) {

    public boolean wrong() {
        return !problems.isEmpty() || !changed.isEmpty();
    }

    /// A page in the list at the side.
    ///
    /// @param begun whether anything was typed on it
    public record Side(String page, String words, boolean begun, boolean here) {}
}
