package org.witan.statistics.command;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.loading.Progress;

/// Shows on a terminal that a load moves; silent where nobody looks.
final class LoadProgress implements Progress, AutoCloseable {
    private static final int WHOLE = 1000;

    private final boolean shown;
    private @Nullable ProgressBar bar;

    private LoadProgress(boolean shown) {
        this.shown = shown;
    }

    static LoadProgress onTerminal(boolean shown) {
        return new LoadProgress(shown);
    }

    @Override
    public synchronized void stage(String file, String stage) {
        close();
        if (shown) {
            bar = new ProgressBarBuilder()
                    .setTaskName(file + ": " + stage)
                    .setInitialMax(WHOLE)
                    .setStyle(ProgressBarStyle.ASCII)
                    .hideEta()
                    .build();
        }
    }

    @Override
    public synchronized void done(double share) {
        if (bar != null) {
            bar.stepTo(Math.round(share * WHOLE));
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
