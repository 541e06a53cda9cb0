package org.witan.site.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.systems.NewSystem;
import org.witan.access.systems.Scope;
import org.witan.access.systems.SystemChoices.Choice;
import org.witan.access.systems.SystemChoices.Offered;
import org.witan.site.Field;
import org.witan.site.Form;

/// The form with which an administrator registers a system.
///
/// @param today the day in England
/// @param nothingChosen what a select says before somebody chooses
record SystemForm(Form form, Offered offered, LocalDate today, String nothingChosen) {
    private static final int LONGEST_NAME = 80;

    /// The system; empty when something cannot be used, which the form then says.
    Optional<NewSystem> read() {
        String name = form.required("name");
        if (name.length() > LONGEST_NAME) {
            form.reject("name", "long");
        }
        String agency = chosen("agency", offered.agencies());
        String role = chosen("role", offered.roles());
        String purpose = chosen("purpose", offered.purposes());
        if (form.usable() && !offered.fits(role, purpose)) {
            form.reject("purpose", "unfit");
        }
        Set<Scope> scopes = scopes();
        String answers = form.required("answers");
        String email = form.required("email");
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
            form.reject("email", "wrong");
        }
        List<String> networks = networks();
        LocalDate expires = expires();
        return form.usable()
                ? Optional.of(new NewSystem(
                        name,
                        UUID.fromString(agency),
                        Role.valueOf(role),
                        Purpose.valueOf(purpose),
                        scopes,
                        answers,
                        email,
                        networks,
                        expires))
                : Optional.empty();
    }

    private String chosen(String field, List<Choice> choices) {
        String value = form.value(field);
        if (!Offered.has(choices, value)) {
            form.reject(field, "missing");
        }
        return value;
    }

    private Set<Scope> scopes() {
        Set<Scope> scopes = form.values("scopes").stream()
                .map(Scope::named)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            form.reject("scopes", "missing");
        }
        return scopes;
    }

    private List<String> networks() {
        List<String> networks = form.value("networks")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        networks.stream()
                .filter(network -> !Network.isOne(network))
                .findFirst()
                .ifPresent(network -> form.reject("networks", "wrong", network));
        return networks;
    }

    private LocalDate expires() {
        try {
            LocalDate day = LocalDate.parse(form.value("expires"));
            if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
                form.reject("expires", "far");
            }
            return day;
        } catch (DateTimeParseException _) {
            form.reject("expires", "missing");
            return today;
        }
    }

    /// Agency, role and purpose, one of each.
    List<Field> selects() {
        return List.of(
                form.field("agency", choices(offered.agencies())),
                form.field("role", choices(offered.roles())),
                form.field("purpose", choices(offered.purposes())));
    }

    /// What it may do, as boxes to tick.
    Field scopesField() {
        return form.field(
                "scopes",
                offered.scopes().stream()
                        .map(scope -> new Field.Choice(scope.code(), scope.code(), scope.words()))
                        .toList());
    }

    /// Nothing is chosen for anybody: the first of a list is seldom the right one.
    private List<Field.Choice> choices(List<Choice> offered) {
        return Stream.concat(
                        Stream.of(new Field.Choice("", nothingChosen)),
                        offered.stream().map(choice -> new Field.Choice(choice.code(), choice.words())))
                .toList();
    }
}
