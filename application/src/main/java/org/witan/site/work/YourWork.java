package org.witan.site.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Gathers what waits for whoever looks, from all modules.
@Component
class YourWork {
    private static final Logger LOG = LoggerFactory.getLogger(YourWork.class);
    private final Witnessing witnessing;
    private final List<Waiting> modules;
    private final TransactionTemplate savepoint;

    YourWork(Witnessing witnessing, List<Waiting> modules, PlatformTransactionManager transactions) {
        this.witnessing = witnessing;
        this.modules = List.copyOf(modules);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    Gathered of(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "work"), shown -> gather(viewer, shown));
    }

    private Gathered gather(Viewer viewer, Shown shown) {
        var items = new ArrayList<WaitingItem>();
        var failed = new ArrayList<String>();
        for (Waiting module : modules) {
            ask(module, viewer, shown).ifPresentOrElse(items::addAll, () -> failed.add(module.words()));
        }
        return new Gathered(List.copyOf(items), List.copyOf(failed));
    }

    private Optional<List<WaitingItem>> ask(Waiting module, Viewer viewer, Shown shown) {
        try {
            return Optional.ofNullable(savepoint.execute(_ -> module.of(viewer, shown)));
        } catch (RuntimeException failure) {
            LOG.error("Your work: {} does not answer", module.getClass().getName(), failure);
            return Optional.empty();
        }
    }

    /// @param failed keys of the words that name the modules that did not answer
    record Gathered(List<WaitingItem> items, List<String> failed) {}
}
