package org.witan.meeting.web;

import java.util.List;
import org.witan.site.Field;
import org.witan.site.Problem;

/// The form on which somebody says how an action stands.
///
/// @param shown whether whoever looks may report it
/// @param changed what somebody else changed meanwhile; empty when nobody did
record ReportForm(
        boolean shown,
        int version,
        List<String> changed,
        List<Problem> problems,
        Field state,
        Field words,
        Field done) {}
