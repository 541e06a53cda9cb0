package org.witan.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Somebody who writes lines of a case, puts some of them right, and whose network is cut before or after the server
/// has
/// taken what they sent; they send it again until they hear of it.
///
/// @param seconds how long they write
/// @param seed of what they do
record LineWriter(SignedIn person, String place, WrittenLines written, int seconds, long seed)
        implements Callable<Integer> {
    private static final double CUT = 0.2;
    private static final double CORRECTION = 0.2;
    private static final int THINKS = 900;
    private static final int HEARD = 204;
    private static final int RACED = 409;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var random = new Random(seed);
        List<String> own = new ArrayList<>();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < until) {
            Thread.sleep(100 + random.nextInt(THINKS));
            String id = UUID.randomUUID().toString();
            String corrects = !own.isEmpty() && random.nextDouble() < CORRECTION ? own.removeLast() : "";
            String form = "live=YES&kind=RISK_TO_VICTIM&id=" + id + "&corrects=" + corrects + "&words=Invented+" + id;
            long sent = System.nanoTime();
            int status;
            do {
                status = send(form, random.nextDouble() < CUT ? random.nextInt(30) : 20_000);
            } while (status == 0);
            if (status == HEARD) {
                written.add(new WrittenLines.Line(id, place, person.membership(), sent));
                own.add(id);
            } else if (status != RACED) {
                throw new IllegalStateException("a line was answered by " + status);
            }
        }
        return own.size();
    }

    /// @param patience milliseconds until the network is cut
    /// @return zero when nothing was heard
    private int send(String form, int patience) throws InterruptedException, ExecutionException {
        var asked = person.browser()
                .sendAsync(
                        HttpRequest.newBuilder(person.server().resolve(place + "/lines"))
                                .header("Cookie", person.cookie())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.discarding());
        try {
            return asked.get(patience, TimeUnit.MILLISECONDS).statusCode();
        } catch (TimeoutException _) {
            asked.cancel(true);
            written.cut();
            return 0;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException) {
                return 0;
            }
            throw failure;
        }
    }
}
