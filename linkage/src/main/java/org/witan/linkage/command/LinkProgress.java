package org.witan.linkage.command;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.Linking;

/// Shows on a terminal that the work moves; silent where nobody looks.
final class LinkProgress implements Linking.Watcher, AutoCloseable {
    private static final int WHOLE = 1000;

    private final boolean shown;
    private String current = "";
    private @Nullable ProgressBar bar;

    LinkProgress(boolean shown) {
        this.shown = shown;
    }

    @Override
    public void stage(String stage, double share) {
        if (!shown) {
            return;
        }
        if (!stage.equals(current)) {
            close();
            current = stage;
            bar = new ProgressBarBuilder()
                    .setTaskName(stage)
                    .setInitialMax(WHOLE)
                    .setStyle(ProgressBarStyle.ASCII)
                    .hideEta()
                    .build();
        }
        if (bar != null) {
            bar.stepTo(Math.round(share * WHOLE));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
