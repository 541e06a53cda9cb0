package org.witan.everypath;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.ClassUtils;
import picocli.CommandLine.Command;

/// What can be run without a request: commands of the jar, and what the application does by itself.
final class Background {

    private Background() {}

    /// Classes of ours that picocli runs.
    static Set<String> commands() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Command.class));
        var all = new TreeSet<String>();
        scanner.findCandidateComponents("org.witan")
                .forEach(found -> all.add(String.valueOf(found.getBeanClassName())));
        // Statistics and linkage are programs of their own, which open no database.
        all.removeIf(name -> name.startsWith("org.witan.statistics.") || name.startsWith("org.witan.linkage."));
        return all;
    }

    /// Scheduled methods, listeners to events and runners of ours.
    static Set<String> of(ApplicationContext application) {
        var all = new TreeSet<String>();
        for (String bean : application.getBeanDefinitionNames()) {
            Class<?> type = application.getType(bean);
            if (type == null || !type.getName().startsWith("org.witan.")) {
                continue;
            }
            Class<?> ours = ClassUtils.getUserClass(type);
            for (Method method : ours.getDeclaredMethods()) {
                if (AnnotatedElementUtils.hasAnnotation(method, Scheduled.class)
                        || AnnotatedElementUtils.hasAnnotation(method, EventListener.class)) {
                    all.add(ours.getName() + "." + method.getName());
                }
            }
            if (ApplicationRunner.class.isAssignableFrom(ours)
                    || CommandLineRunner.class.isAssignableFrom(ours)
                    || ApplicationListener.class.isAssignableFrom(ours)) {
                all.add(ours.getName());
            }
        }
        return all;
    }
}
