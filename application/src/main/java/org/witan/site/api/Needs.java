package org.witan.site.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.witan.access.systems.Scope;

/// Says that a path of the API is for tokens only, and which scope a token needs; none means that every token will do.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /// The scopes, all of which are needed.
    Scope[] value() default {};
}
