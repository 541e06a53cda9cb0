package org.witan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.witan.RunningApplication;

/// What the other modules are told of what happened.
class AnnouncingTest extends RunningApplication {
    private static final long SECONDS = 20;

    @Autowired
    private Receiving receiving;

    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private Environment settings;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final ApplicationListener<ApplicationEvent> listener = this::hear;
    private Neighbourhood here;
    private Extracts extracts;

    @BeforeEach
    void listen() {
        here = new Neighbourhood(partnership(), receiving);
        extracts = new Extracts(here, settings, folder);
        application.addApplicationListener(listener);
    }

    @AfterEach
    void stopListening() {
        application.removeApplicationListener(listener);
    }

    private void hear(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> told
                && told.getPayload().getClass().getPackage().equals(NewConcern.class.getPackage())) {
            heard.add(told.getPayload());
        }
    }

    /// The next that is told of a concern of this test.
    private Object nextOf(List<UUID> concerns) throws InterruptedException {
        while (true) {
            Object event = Objects.requireNonNull(heard.poll(SECONDS, TimeUnit.SECONDS), "nothing was told");
            if (concerns.contains(concern(event))) {
                return event;
            }
        }
    }

    private static UUID concern(Object event) {
        return switch (event) {
            case NewConcern told -> told.concern();
            case ConcernCorrected told -> told.concern();
            case ConcernCancelled told -> told.concern();
            case ConcernLinked told -> told.concern();
            default -> new UUID(0, 0);
        };
    }

    private List<UUID> concerns() {
        return here
                .partnership
                .asked("select id from people.concern where agency_id = ? order by id", here.officer.agency())
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    /// Waits until nothing of this agency waits, and returns all that was told of it.
    private List<Object> all() throws InterruptedException {
        List<UUID> ours = concerns();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (here.partnership.count("""
                        select count(*) from people.news n join people.concern c on c.id = n.concern_id
                        where c.agency_id = ? and n.announced_at is null
                        """, here.officer.agency()) > 0) {
            assertThat(System.nanoTime()).as("it is announced in time").isLessThan(until);
            Object event = heard.poll(50, TimeUnit.MILLISECONDS);
            if (event != null) {
                heard.add(event);
            }
        }
        List<Object> told = new ArrayList<>();
        heard.drainTo(told);
        return told.stream().filter(event -> ours.contains(concern(event))).toList();
    }

    @Test
    void whatHappenedIsToldToOtherModulesByIdsAlone() throws InterruptedException {
        var given = here.give(here.officer, here.harm(here.victim(), here.perpetrator(), 3));
        UUID concern = Objects.requireNonNull(given.concern());
        assertThat(nextOf(List.of(concern)))
                .isEqualTo(new NewConcern(
                        concern, given.records().get(0), List.of(given.records().get(1))));
    }

    @Test
    void whatACommandLoadsBesideTheApplicationIsToldOnce() throws IOException, InterruptedException {
        extracts.load(0, extracts.row(1, "2026-01-10"), extracts.row(2, "2026-03-10"));
        extracts.load(0, extracts.row(1, "2026-01-10"), extracts.row(2, "2026-03-10"));
        assertThat(all()).hasSize(2).hasOnlyElementsOfType(NewConcern.class);
    }

    @Test
    void whoeverListensAndFailsIsToldAgainAndKeepsNothingFromTheOthers() throws InterruptedException {
        var refused = new CopyOnWriteArrayList<Object>();
        var taken = new CopyOnWriteArrayList<Object>();
        ApplicationListener<ApplicationEvent> failing = event -> {
            if (event instanceof PayloadApplicationEvent<?> told && concerns().contains(concern(told.getPayload()))) {
                if (refused.isEmpty()) {
                    refused.add(told.getPayload());
                    throw new IllegalStateException("invented");
                }
                taken.add(told.getPayload());
            }
        };
        application.addApplicationListener(failing);
        try {
            here.give(here.officer, here.harm(here.victim(), here.perpetrator(), 3));
            here.give(here.officer, here.harm(here.victim(), here.perpetrator(), 2));
            all();
        } finally {
            application.removeApplicationListener(failing);
        }
        assertThat(refused).hasSize(1);
        assertThat(taken).hasSize(2).containsAll(refused);
    }

    @Test
    void whatSeveralNodesAnnounceAtOnceIsToldOnce() throws IOException, InterruptedException {
        String[] rows = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> extracts.row(number, "2026-01-10"))
                .toArray(String[]::new);
        extracts.load(0, rows);
        var others = new CopyOnWriteArrayList<Object>();
        var nodes = IntStream.range(0, 3)
                .mapToObj(_ -> CompletableFuture.runAsync(new News(transactions, database, others::add)::announce))
                .toList();
        nodes.forEach(CompletableFuture::join);
        List<Object> told = new ArrayList<>(all());
        List<UUID> ours = concerns();
        others.stream().filter(event -> ours.contains(concern(event))).forEach(told::add);
        assertThat(told.stream().map(AnnouncingTest::concern)).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aCorrectionAndACancellationAreTold() throws IOException, InterruptedException {
        extracts.load(0, extracts.row(1, "2026-01-10"));
        extracts.load(0, extracts.row(1, "2026-01-11"));
        extracts.load(0, extracts.cancelled(1));
        List<UUID> versions = concerns();
        assertThat(versions).hasSize(2);
        assertThat(all())
                .hasSize(3)
                .hasAtLeastOneElementOfType(NewConcern.class)
                .contains(new ConcernCancelled(versions.get(1)))
                .anyMatch(event -> event instanceof ConcernCorrected corrected
                        && corrected.former().equals(versions.get(0))
                        && corrected.concern().equals(versions.get(1)));
    }
}
