package org.witan.access.directory;

import java.util.List;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Keeping what the partnership decides for itself, each with a reason and within bounds.
@Component
public class KeepingSettings {
    private static final String SETTING = "setting";
    private final Witnessing witnessing;
    private final Settings settings;

    KeepingSettings(Witnessing witnessing, Settings settings) {
        this.witnessing = witnessing;
        this.settings = settings;
    }

    /// Each setting as it is now.
    public List<Setting> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, SETTING), _ -> settings.now());
    }

    /// All values that a setting had, newest first; the first holds now.
    ///
    /// @throws Absent when there is no such setting
    public List<Setting> history(Viewer viewer, String name) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, SETTING).with(SETTING, name), _ -> the(name));
    }

    /// Sets it from now on.
    public void change(Viewer viewer, Setting.New setting) {
        Deed deed = Deed.of(Verb.CHANGE, SETTING)
                .with(SETTING, setting.name())
                .with("value", Integer.toString(setting.value()));
        witnessing.witness(viewer, deed, _ -> {
            Setting.Bound bound = the(setting.name()).getFirst().bound();
            if (bound == null || !bound.admits(setting.value())) {
                throw new Refused(Rules.OUT_OF_BOUNDS);
            }
            Rules.fresh(Rules.kept(() -> settings.set(setting, viewer.account())));
            return setting;
        });
    }

    private List<Setting> the(String name) {
        List<Setting> history = settings.history(name);
        if (history.isEmpty()) {
            throw new Absent();
        }
        return history;
    }
}
