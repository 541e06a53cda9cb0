package org.witan.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.witan.access.Choice;
import org.witan.access.OpenToEveryone;
import org.witan.access.SignedIn;
import org.witan.access.directory.NamePlates;
import org.witan.access.directory.NamePlates.NamePlate;

/// Gives every page what the layout needs: the menu with the reader's place in it, who has signed in and what they act
/// as, and whether what is shown is invented.
///
/// The menu shows what somebody in this role opens first, and the page they are on; the rest lies one press away, so
/// that a coordinator is not met by two dozen links. What is for everybody comes after what is for the role.
///
/// To whoever has not signed in, each page offers the way to leave it at once.
@ControllerAdvice
class Shell {
    /// So many links stand open; one more is no reason to hide any.
    private static final int OPEN = 8;

    private final List<MenuItem> menu;
    private final ObjectProvider<DataMark> marks;
    private final NamePlates plates;

    Shell(List<MenuItem> menu, ObjectProvider<DataMark> marks, NamePlates plates) {
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
        this.marks = marks;
        this.plates = plates;
    }

    @ModelAttribute("shell")
    View view(HttpServletRequest request) {
        if (isNoPage(request)) {
            return new View(List.of(), List.of(), null, null, false);
        }
        String path = request.getRequestURI();
        Reader reader = reader(request);
        var role = reader.choice == null ? null : reader.choice.role();
        var items = menu.stream()
                .filter(item -> item.isFor(role))
                .sorted(Comparator.comparing(item -> role != null && item.roles() == null))
                .toList();
        // Below one place there may be another: the reader is at the nearer one.
        String here = items.stream()
                .map(MenuItem::path)
                .filter(place -> isAtOrBelow(path, place))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        var links = items.stream()
                .map(item -> new Link(item.path(), item.words(), item.path().equals(here)))
                .toList();
        Menu shown = Menu.of(links);
        boolean leaving = reader.plate == null && !isForThoseWhoWorkHere(request);
        return new View(shown.open, shown.more, mark(isPublic(request), reader.plate), reader.plate, leaving);
    }

    private @Nullable String mark(boolean isPublic, @Nullable NamePlate plate) {
        if (isPublic && marks.stream().anyMatch(DataMark::synthetic)) {
            return "site.synthetic";
        }
        return plate != null && plate.demonstration() ? "site.demonstration" : null;
    }

    private static boolean isPublic(HttpServletRequest request) {
        return !(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method)
                || method.hasMethodAnnotation(OpenToEveryone.class);
    }

    // Somebody who signs in works here and need not leave at once; over their form the way out would be in the way.
    private static boolean isForThoseWhoWorkHere(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                && method.getBeanType().getPackageName().equals("org.witan.site.signin");
    }

    // An answer of the API has no layout, and must not pay for one.
    private static boolean isNoPage(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                && (AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)
                        || method.hasMethodAnnotation(ResponseBody.class));
    }

    // A page that says that the database does not answer must not ask it who reads.
    private Reader reader(HttpServletRequest request) {
        try {
            Optional<SignedIn> signedIn = Doors.signedIn();
            if (signedIn.isEmpty()) {
                return Reader.UNKNOWN;
            }
            Choice choice = choice(request.getSession(false));
            return new Reader(plates.find(signedIn.get().account(), choice).orElse(null), choice);
        } catch (DataAccessException | TransactionException _) {
            return Reader.UNKNOWN;
        }
    }

    private static @Nullable Choice choice(@Nullable HttpSession session) {
        return session != null && session.getAttribute(Choice.ATTRIBUTE) instanceof Choice choice ? choice : null;
    }

    private static boolean isAtOrBelow(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    private record Reader(
            @Nullable NamePlate plate, @Nullable Choice choice) {
        private static final Reader UNKNOWN = new Reader(null, null);
    }

    /// The menu in two parts: what stands open, and what lies one press away. The page that one is on stands open.
    record Menu(List<Link> open, List<Link> more) {

        static Menu of(List<Link> links) {
            if (links.size() <= OPEN + 1) {
                return new Menu(links, List.of());
            }
            List<Link> after = links.subList(OPEN, links.size());
            return new Menu(
                    Stream.concat(links.stream().limit(OPEN), after.stream().filter(Link::here))
                            .toList(),
                    after.stream().filter(link -> !link.here()).toList());
        }
    }

    /// What the layout shows around a page.
    ///
    /// @param more links of the menu that lie one press away
    /// @param mark key of the words about invented data; null when it is not invented
    /// @param reader who has signed in; null on a public page that nobody has signed in for
    /// @param leaving whether the page offers the way to leave it at once
    record View(
            List<Link> menu,
            List<Link> more,
            @Nullable String mark,
            @Nullable NamePlate reader,
            boolean leaving) {}

    /// A link of the menu; `here` when the reader is on its page or one below it.
    record Link(String path, String words, boolean here) {}
}
