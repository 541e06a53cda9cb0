package org.witan.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Gives every page what the layout needs: the menu with the reader's place in it, and the synthetic mark.
@ControllerAdvice
class Shell {
    private final List<MenuItem> menu;
    private final ObjectProvider<DataMark> marks;

    Shell(List<MenuItem> menu, ObjectProvider<DataMark> marks) {
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
        this.marks = marks;
    }

    @ModelAttribute("shell")
    View view(HttpServletRequest request) {
        String path = request.getRequestURI();
        var links = menu.stream()
                .map(item -> new Link(item.path(), item.words(), isAtOrBelow(path, item.path())))
                .toList();
        return new View(links, marks.stream().anyMatch(DataMark::synthetic));
    }

    private static boolean isAtOrBelow(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /// What the layout shows around a page.
    record View(List<Link> menu, boolean synthetic) {}

    /// A link of the menu; `here` when the reader is on its page or one below it.
    record Link(String path, String words, boolean here) {}
}
