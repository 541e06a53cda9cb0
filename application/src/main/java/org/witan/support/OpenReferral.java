package org.witan.support;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Services as Open Referral writes them: JSON of the Human Services Data Specification, version 3. Each service holds
/// its organization and, unless it is confidential, a service_at_location with its location and address.
public final class OpenReferral {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The format has no word for a place that is confidential. What is called so has one.
    private static final Pattern HIDES = Pattern.compile("\\b(?:refuge|safe\\s*house)s?\\b", Pattern.CASE_INSENSITIVE);

    private OpenReferral() {}

    /// What was read of a file.
    ///
    /// @param unusable how many services lack a name or who gives them
    public record Read(List<ServiceListing> services, int unusable) {}

    /// That a text is no JSON of services.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("no services", null, false, false);
        }
    }

    /// Reads a list of services, a page of them (`contents`), or one.
    ///
    /// @param today the day on which a service that is no longer active is closed
    public static Read read(String text, LocalDate today) throws Unreadable {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException _) {
            throw new Unreadable();
        }
        JsonNode all = root.isArray() ? root : root.path("contents");
        if (root.isObject() && root.has("name")) {
            all = JSON.createArrayNode().add(root);
        }
        if (!all.isArray()) {
            throw new Unreadable();
        }
        var services = new ArrayList<ServiceListing>();
        int unusable = 0;
        for (JsonNode one : all) {
            ServiceListing service = service(one, today);
            if (service.name().isEmpty() || service.organization().isEmpty()) {
                unusable++;
            } else {
                services.add(service);
            }
        }
        return new Read(services, unusable);
    }

    /// Writes services as one page, without any place that is confidential and without those that are closed.
    public static String write(List<ServiceListing> services) {
        List<Map<String, Object>> contents = services.stream()
                .filter(one -> one.closedOn() == null)
                .map(OpenReferral::written)
                .toList();
        var page = new LinkedHashMap<String, Object>();
        page.put("total_items", contents.size());
        page.put("total_pages", 1);
        page.put("page_number", 1);
        page.put("size", contents.size());
        page.put("first_page", true);
        page.put("last_page", true);
        page.put("empty", contents.isEmpty());
        page.put("contents", contents);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page);
    }

    private static ServiceListing service(JsonNode one, LocalDate today) {
        JsonNode place = one.path("service_at_locations").path(0).path("location");
        JsonNode address = place.path("addresses").path(0);
        String status = text(one, "status", 40);
        return new ServiceListing(
                id(text(one, "id", 200)),
                0,
                null,
                text(one.path("organization"), "name", 200),
                text(one, "name", 200),
                text(one, "description", 4_000),
                text(one, "eligibility_description", 2_000),
                text(one, "url", 500),
                text(one, "email", 254),
                text(one.path("phones").path(0), "number", 60),
                HIDES.matcher(text(one, "name", 200)).find(),
                text(address, "address_1", 300),
                text(address, "city", 120),
                text(address, "postal_code", 12),
                status.isEmpty() || status.equals("active") ? null : today);
    }

    private static String text(JsonNode node, String field, int most) {
        String text = node.path(field).asString("").replace("\0", "").strip();
        return text.length() > most ? text.substring(0, most) : text;
    }

    /// The id of the file, or one that is made of it where it is none.
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Object> written(ServiceListing service) {
        var one = new LinkedHashMap<String, Object>();
        one.put("id", service.id().toString());
        one.put("name", service.name());
        put(one, "description", service.description());
        put(one, "url", service.url());
        put(one, "email", service.email());
        one.put("status", "active");
        put(one, "eligibility_description", service.eligibility());
        if (!service.phone().isEmpty()) {
            one.put("phones", List.of(Map.of("id", part(service, "phone"), "number", service.phone())));
        }
        var organization = new LinkedHashMap<String, Object>();
        organization.put("id", part(service, "organization " + service.organization()));
        organization.put("name", service.organization());
        organization.put("description", service.organization());
        one.put("organization", organization);
        one.put(
                "service_at_locations",
                service.isConfidential() || !hasPlace(service) ? List.of() : List.of(at(service)));
        return one;
    }

    private static boolean hasPlace(ServiceListing service) {
        return !service.address().isEmpty()
                || !service.city().isEmpty()
                || !service.postcode().isEmpty();
    }

    private static Map<String, Object> at(ServiceListing service) {
        var address = new LinkedHashMap<String, Object>();
        address.put("id", part(service, "address"));
        address.put("address_1", service.address());
        address.put("city", service.city());
        address.put("state_province", "");
        address.put("postal_code", service.postcode());
        address.put("country", "GB");
        address.put("address_type", "physical");
        var location = new LinkedHashMap<String, Object>();
        location.put("id", part(service, "location"));
        location.put("location_type", "physical");
        location.put("name", service.organization());
        location.put("addresses", List.of(address));
        var at = new LinkedHashMap<String, Object>();
        at.put("id", part(service, "service_at_location"));
        at.put("location", location);
        return at;
    }

    /// An id of a part that is the same each time.
    private static String part(ServiceListing service, String what) {
        String of = what.startsWith("organization") ? what : service.id() + " " + what;
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void put(Map<String, Object> one, String name, String value) {
        if (!value.isEmpty()) {
            one.put(name, value);
        }
    }
}
