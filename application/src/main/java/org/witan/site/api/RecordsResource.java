package org.witan.site.api;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.witan.access.OpenTo;
import org.witan.access.RecordKind;
import org.witan.access.RegisteredRecord;
import org.witan.access.Viewer;
import org.witan.access.systems.KeptAnswer;
import org.witan.access.systems.NewRecord;
import org.witan.access.systems.RecordsForSystems;
import org.witan.access.systems.Scope;
import tools.jackson.databind.json.JsonMapper;

/// The records that a system's role opens: as the rule knows them, without content.
@ApiResource
class RecordsResource {
    private static final String PATH = "/api/v1/records";
    private static final int MOST_NAMED = 20;
    private static final int MOST_LETTERS = 60;
    private final RecordsForSystems records;
    private final Cursors cursors;
    private final Reading reading;
    private final JsonMapper json;

    RecordsResource(RecordsForSystems records, Cursors cursors, Reading reading, JsonMapper json) {
        this.records = records;
        this.cursors = cursors;
        this.reading = reading;
        this.json = json;
    }

    @OpenTo
    @Needs(Scope.RECORDS_READ)
    @GetMapping(PATH)
    Listed list(
            Viewer viewer,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Listed page = page(viewer, "", cursor, limit);
        if (page.next() != null) {
            response.setHeader(HttpHeaders.LINK, PageSize.link(PATH, page.next(), PageSize.of(limit)));
        }
        return page;
    }

    @OpenTo
    @Needs(Scope.RECORDS_READ)
    @PostMapping(path = PATH + "/search", consumes = MediaType.APPLICATION_JSON_VALUE)
    Listed search(Viewer viewer, @RequestBody byte[] body) {
        Search search = reading.read(body, Search.class);
        if (search.words() == null || !isSearchable(search.words())) {
            throw new Unusable(Fault.INVALID, "words");
        }
        return page(viewer, search.words().strip(), search.cursor(), search.limit());
    }

    @OpenTo
    @Needs(Scope.RECORDS_READ)
    @GetMapping(PATH + "/count")
    Counted count(Viewer viewer) {
        return new Counted(records.count(viewer));
    }

    @OpenTo
    @Needs(Scope.RECORDS_READ)
    @GetMapping(PATH + "/{id}")
    @Nullable
    One record(Viewer viewer, @PathVariable UUID id, WebRequest request) {
        One found = One.of(records.find(viewer, id));
        Versions.hold(request, found.tag());
        // Answers 304 by itself when the reader has it.
        return request.checkNotModified(found.tag()) ? null : found;
    }

    @OpenTo
    @Needs(Scope.RECORDS_WRITE)
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> register(
            Viewer viewer,
            @RequestHeader(name = Keys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] body) {
        var write = Keys.write(key, "POST " + PATH, body);
        NewRecord given = usable(reading.read(body, Given.class));
        return Keys.answer(records.register(viewer, write, given, this::answer));
    }

    /// The trail keeps the words, so they must be characters that a database can hold.
    private static boolean isSearchable(String words) {
        return !words.isBlank()
                && words.length() <= MOST_LETTERS
                && words.codePoints()
                        .noneMatch(letter ->
                                Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE);
    }

    private KeptAnswer answer(RegisteredRecord made) {
        return new KeptAnswer(201, PATH + "/" + made.id(), json.writeValueAsString(One.of(made)), made.id());
    }

    private Listed page(Viewer viewer, String words, @Nullable String cursor, @Nullable Integer limit) {
        int size = PageSize.of(limit);
        UUID after = cursor == null ? null : cursors.read(cursor, viewer, "records " + words);
        List<RegisteredRecord> found = records.page(viewer, words, after, size);
        String next = found.size() < size ? null : cursors.after(found.getLast().id(), viewer, "records " + words);
        return new Listed(found.stream().map(One::of).toList(), next);
    }

    private static NewRecord usable(Given given) {
        if (given.kind() == null) {
            throw new Unusable(Fault.INVALID, "kind");
        }
        return new NewRecord(
                given.kind(), given.within(), few(given.about(), "about"), few(given.parties(), "parties"));
    }

    private static List<UUID> few(@Nullable List<@Nullable UUID> ids, String field) {
        List<@Nullable UUID> given = Optional.ofNullable(ids).orElse(List.of());
        if (given.size() > MOST_NAMED || given.stream().distinct().count() < given.size()) {
            throw new Unusable(Fault.INVALID, field);
        }
        return given.stream()
                .map(id -> Optional.ofNullable(id).orElseThrow(() -> new Unusable(Fault.INVALID, field)))
                .toList();
    }

    /// A record.
    ///
    /// @param owner the agency that answers for it
    /// @param within the record it lies within; null for none
    record One(
            UUID id,
            RecordKind kind,
            String reference,
            UUID owner,
            @Nullable UUID within,
            Instant registeredAt) {

        static One of(RegisteredRecord known) {
            return new One(
                    known.id(), known.kind(), known.reference(), known.owner(), known.within(), known.registeredAt());
        }

        /// What the rule knows of a record never changes, so its identity is its version.
        String tag() {
            return "\"" + id + "\"";
        }
    }

    /// A page of records.
    ///
    /// @param next the cursor of the next page; null when there may be none
    record Listed(List<One> records, @Nullable String next) {}

    /// How many there are.
    record Counted(long count) {}

    /// What is searched for.
    record Search(
            @Nullable String words,
            @Nullable String cursor,
            @Nullable Integer limit) {}

    /// A record as it is sent.
    record Given(
            @Nullable RecordKind kind,
            @Nullable UUID within,
            @Nullable List<@Nullable UUID> about,
            @Nullable List<@Nullable UUID> parties) {}
}
