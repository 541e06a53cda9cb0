package org.witan.linkage.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/// Work in pieces on several threads, whose results come in the order of the pieces.
public final class InPieces {
    /// Does one piece.
    public interface Doing<P, V> {
        void piece(P piece, V with);
    }

    private InPieces() {}

    /// Does all pieces.
    ///
    /// @param makers one for each thread; each makes what the next piece is done with
    public static <P, V> List<V> work(List<P> pieces, List<Supplier<V>> makers, Doing<P, V> doing) {
        var results = new AtomicReferenceArray<V>(pieces.size());
        var next = new AtomicInteger();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (Supplier<V> maker : makers) {
            tasks.add(() -> {
                for (int at = next.getAndIncrement(); at < pieces.size(); at = next.getAndIncrement()) {
                    V with = maker.get();
                    doing.piece(pieces.get(at), with);
                    results.set(at, with);
                }
                return true;
            });
        }
        run(tasks);
        List<V> inOrder = new ArrayList<>();
        for (int at = 0; at < pieces.size(); at++) {
            inOrder.add(results.get(at));
        }
        return inOrder;
    }

    private static void run(List<Callable<Boolean>> tasks) {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
