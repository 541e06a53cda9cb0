package org.witan.access.signin;

import java.util.List;
import org.witan.access.signin.Demonstration.Acting;

/// What a module gives a demonstration, so that its pages have something to show. Each bean of this
/// type is asked when a demonstration has started, every time: it gives once what it gives.
///
/// The invented people hand it in as anybody would.
public interface Inventing {

    /// Gives it.
    ///
    /// @param people the invented people, in every role that they have
    void invent(List<Acting> people);
}
