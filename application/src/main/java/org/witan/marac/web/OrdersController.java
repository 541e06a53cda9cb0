package org.witan.marac.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.ProvenPresence;
import org.witan.access.Viewer;
import org.witan.marac.protection.KeepingOrders;
import org.witan.marac.protection.ListingOrders;
import org.witan.marac.protection.ListingOrders.Which;
import org.witan.site.Wording;

/// The register of protective orders: what ends soon first, and one order with all that stood.
@Controller
class OrdersController {
    private final ListingOrders listing;
    private final KeepingOrders keeping;
    private final OrderPages pages;
    private final OrderFile file;
    private final Wording words;

    OrdersController(ListingOrders listing, KeepingOrders keeping, OrderPages pages, OrderFile file, Wording words) {
        this.listing = listing;
        this.keeping = keeping;
        this.pages = pages;
        this.file = file;
        this.words = words;
    }

    @OpenToReaders
    @GetMapping("/orders")
    ModelAndView list(Viewer viewer, @RequestParam(defaultValue = "") String show) {
        Which which = which(show);
        return new ModelAndView(
                "marac/orders",
                "page",
                new ListPage(
                        words.the("marac.orders.which." + which),
                        words.the("marac.orders.none." + which),
                        which.name(),
                        Stream.of(Which.values())
                                .map(one ->
                                        new Choice(one.name(), words.the("marac.orders.which." + one), one == which))
                                .toList(),
                        listing.list(viewer, which, Verb.LIST).stream()
                                .map(pages::line)
                                .toList()));
    }

    @OpenToReaders
    @GetMapping("/orders/{id}")
    ModelAndView order(Viewer viewer, @PathVariable UUID id) {
        return new ModelAndView("marac/order", "page", pages.page(viewer, keeping.open(viewer, id)));
    }

    /// The list for whoever acts on orders. Its name tells nothing.
    @ProvenPresence
    @OpenToReaders
    @GetMapping("/orders.csv")
    ResponseEntity<byte[]> export(Viewer viewer, @RequestParam(defaultValue = "") String show) {
        Which which = which(show);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("orders.csv")
                                .build()
                                .toString())
                .body(file.of(listing.list(viewer, which, Verb.EXPORT)).getBytes(StandardCharsets.UTF_8));
    }

    private static Which which(String show) {
        return Stream.of(Which.values())
                .filter(one -> one.name().equals(show))
                .findFirst()
                .orElse(Which.ENDING);
    }

    /// A list of orders.
    ///
    /// @param which by the code of the address
    record ListPage(String title, String none, String which, List<Choice> choices, List<OrderPages.OrderLine> orders) {}

    /// Another list to look at.
    record Choice(String code, String words, boolean here) {}
}
