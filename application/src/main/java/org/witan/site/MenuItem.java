package org.witan.site;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.witan.access.Role;

/// A link in the menu at the top of every page. Modules offer theirs as beans.
///
/// @param path where it leads, from the root of the site
/// @param words key of its words in the module's messages
/// @param order its place, smallest first
/// @param roles who finds it in the menu; null for everybody, signed in or not. It hides nothing: the page itself says
///     to whom it is open
public record MenuItem(
        String path, String words, int order, @Nullable Set<Role> roles) {

    /// A link for everybody, signed in or not.
    public MenuItem(String path, String words, int order) {
        this(path, words, order, null);
    }

    /// A link for those who act in one of some roles; for everybody who acts in any when none is given.
    public static MenuItem forRoles(String path, String words, int order, Role... roles) {
        return new MenuItem(path, words, order, roles.length == 0 ? Set.of(Role.values()) : Set.of(roles));
    }

    boolean isFor(@Nullable Role role) {
        return roles == null || (role != null && roles.contains(role));
    }
}
