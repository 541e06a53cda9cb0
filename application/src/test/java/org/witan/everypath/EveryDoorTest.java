package org.witan.everypath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.witan.RunningApplication;
import org.witan.access.OpenTo;
import org.witan.access.OpenToEveryone;
import org.witan.access.OpenToSignedIn;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.site.Sessions;

/// Every handler of the running application says to whom it is open, and to nobody else is it there.
@Tag("everypath")
class EveryDoorTest extends RunningApplication {
    private static final Map<Role, Purpose> PURPOSES = new EnumMap<>(Map.ofEntries(
            Map.entry(Role.REFERRER, Purpose.MARAC),
            Map.entry(Role.REPRESENTATIVE, Purpose.MARAC),
            Map.entry(Role.COORDINATOR, Purpose.MARAC),
            Map.entry(Role.CHAIR, Purpose.MARAC),
            Map.entry(Role.IDVA, Purpose.SUPPORT),
            Map.entry(Role.SUPPORT_WORKER, Purpose.SUPPORT),
            Map.entry(Role.PERPETRATOR_WORKER, Purpose.PERPETRATOR),
            Map.entry(Role.HUB_COORDINATOR, Purpose.HUB),
            Map.entry(Role.TASKING_MEMBER, Purpose.TASKING),
            Map.entry(Role.ANALYST, Purpose.STATISTICS),
            Map.entry(Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT),
            Map.entry(Role.ADMINISTRATOR, Purpose.ADMINISTRATION)));

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext application;

    private final Map<Role, String> cookies = new EnumMap<>(Role.class);
    private String undecided = "";

    @BeforeEach
    void onePersonInEachRole() {
        var team = partnership().agency("PARTNERSHIP");
        for (Role role : Role.values()) {
            var viewer = partnership().viewer(team, role, PURPOSES.get(role));
            cookies.put(role, Sessions.cookieOf(viewer, application));
            undecided = Sessions.cookieOfSignedIn(viewer.account(), application);
        }
    }

    @Test
    void everyHandlerSaysToWhomItIsOpen() {
        assertThat(Handlers.of(application).entrySet().stream()
                        .filter(one -> !says(one.getValue()))
                        .map(Map.Entry::getKey))
                // Handlers of the tests that forgot it.
                .containsExactly("GET /api/v1/samples/forgotten", "GET /doors/forgotten");
    }

    @Test
    void aPageForOtherRolesIsNotFound() {
        var wrong = new TreeSet<String>();
        roleHandlers().forEach((name, handler) -> {
            var roles = Arrays.asList(handler.getMethodAnnotation(OpenTo.class).value());
            for (Role role : Role.values()) {
                boolean named = roles.isEmpty() || roles.contains(role);
                if (!named && ask(name, handler, cookies.get(role)).statusCode() != 404) {
                    wrong.add(name + " is there for " + role);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoHasNotSignedInIsLedToTheSignInPage() {
        var wrong = new TreeSet<String>();
        roleHandlers().forEach((name, handler) -> {
            if (!leadsTo("/sign-in", ask(name, handler, ""))) {
                wrong.add(name);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoHasNotChosenIsLedToTheChoice() {
        var wrong = new TreeSet<String>();
        roleHandlers().forEach((name, handler) -> {
            if (!leadsTo("/acting-as", ask(name, handler, undecided))) {
                wrong.add(name);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Map<String, HandlerMethod> roleHandlers() {
        var all = Handlers.of(application);
        // Paths of the API have a door of their own, which knows tokens and no sessions.
        all.entrySet()
                .removeIf(one -> !one.getValue().hasMethodAnnotation(OpenTo.class)
                        || one.getKey().contains(" /api/"));
        assertThat(all).containsKey("GET /records/{id}");
        return all;
    }

    private static boolean says(HandlerMethod handler) {
        boolean ours = handler.getBeanType().getName().startsWith("org.witan.");
        return !ours
                || handler.hasMethodAnnotation(OpenTo.class)
                || handler.hasMethodAnnotation(OpenToSignedIn.class)
                || handler.hasMethodAnnotation(OpenToEveryone.class);
    }

    private static boolean leadsTo(String place, HttpResponse<String> answer) {
        return answer.statusCode() == 302
                && answer.headers().firstValue("Location").filter(place::equals).isPresent();
    }

    private HttpResponse<String> ask(String name, HandlerMethod handler, String cookie) {
        String method = name.substring(0, name.indexOf(' '));
        String path = name.substring(name.indexOf(' ') + 1);
        for (Parameter parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                path = path.replaceFirst("\\{[^}]+}", value(parameter.getType()));
            }
        }
        var request = HttpRequest.newBuilder(URI.create(address() + path.replaceAll("\\{[^}]+}", "1")))
                .method(method.equals("ANY") ? "GET" : method, BodyPublishers.noBody());
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String value(Class<?> type) {
        if (type.equals(UUID.class)) {
            return UUID.randomUUID().toString();
        }
        return type.isEnum() ? String.valueOf(type.getEnumConstants()[0]) : "1";
    }
}
