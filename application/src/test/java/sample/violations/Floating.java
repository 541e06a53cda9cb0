package sample.violations;

/// Breaks the rule that nothing runs on a virtual thread.
public final class Floating {
    private Floating() {}

    public static void run(Runnable work) {
        Thread.ofVirtual().start(work);
    }
}
