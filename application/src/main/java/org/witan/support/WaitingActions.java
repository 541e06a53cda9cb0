package org.witan.support;

import java.util.List;
import org.springframework.stereotype.Component;

/// How many agreed actions ask for support and had nothing offered yet. Asked inside a witnessed piece of work.
@Component
public class WaitingActions {
    private final AskedActions actions;

    WaitingActions(AskedActions actions) {
        this.actions = actions;
    }

    /// How many there are for whoever looks.
    public long number() {
        return actions.waiting().size();
    }

    /// Those that there are for whoever looks.
    public List<AskedAction> all() {
        return actions.waiting();
    }
}
