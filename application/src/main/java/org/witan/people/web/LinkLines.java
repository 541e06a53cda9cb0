package org.witan.people.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.people.Link;
import org.witan.people.PersonInFull;
import org.witan.people.SourceRecord;
import org.witan.people.Surroundings;
import org.witan.people.web.PersonPage.Apart;
import org.witan.people.web.PersonPage.Joined;

/// Why records are of one person, and which never are.
@Component
class LinkLines {
    private final PersonWords words;

    LinkLines(PersonWords words) {
        this.words = words;
    }

    List<Joined> links(PersonInFull person, Surroundings around, boolean decides) {
        Map<UUID, String> references = new HashMap<>();
        person.records().forEach(one -> references.put(one.id(), one.reference()));
        return person.links().stream()
                .map(link -> joined(link, references, around, decides))
                .toList();
    }

    private Joined joined(Link link, Map<UUID, String> references, Surroundings around, boolean decides) {
        String by = link.madeBy() == null
                ? words.the("people.link.by-engine", PersonWords.day(link.madeAt()))
                : words.the("people.link.by", who(around, link.madeBy()), PersonWords.day(link.madeAt()));
        var ended = link.endedAt();
        return new Joined(
                words.the(
                        "people.link.joins",
                        references.getOrDefault(link.record(), words.the("people.link.another")),
                        references.getOrDefault(link.with(), words.the("people.link.another"))),
                by,
                ended == null
                        ? null
                        : words.the("people.link.undone", who(around, link.endedBy()), PersonWords.day(ended)),
                decides && link.holds() ? link.id() : null);
    }

    List<Apart> apart(Surroundings around, List<SourceRecord> records) {
        return around.apart().stream()
                .map(one -> {
                    UUID otherId = PersonPages.isOf(one.record(), records) ? one.other() : one.record();
                    SourceRecord other = around.others().get(otherId);
                    return new Apart(
                            one.id(),
                            otherId,
                            other == null
                                    ? words.the("people.link.another")
                                    : words.the(
                                            "people.apart.from",
                                            words.name(other.name()),
                                            words.born(other),
                                            other.reference()),
                            words.the("people.apart.by", who(around, one.madeBy()), PersonWords.day(one.madeAt())),
                            one.reason());
                })
                .toList();
    }

    private String who(Surroundings around, @Nullable UUID account) {
        String name = account == null ? null : around.deciders().get(account);
        return name == null ? words.the("people.link.somebody") : name;
    }
}
