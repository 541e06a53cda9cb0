package org.witan.site.api;

import java.util.List;
import org.witan.site.Field;
import org.witan.site.Problem;

/// The page with the form that registers a system.
///
/// @param selects agency, role and purpose
record RegisterPage(
        List<Problem> problems,
        Field name,
        List<Field> selects,
        Field scopes,
        Field answers,
        Field email,
        Field networks,
        Field expires) {

    static RegisterPage of(SystemForm given) {
        var form = given.form();
        return new RegisterPage(
                form.problems(),
                form.text("name"),
                given.selects(),
                given.scopesField(),
                form.text("answers"),
                form.text("email", "email", "off"),
                form.text("networks"),
                form.text("expires", "date", "off"));
    }
}
