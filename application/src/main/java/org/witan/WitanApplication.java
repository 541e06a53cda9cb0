package org.witan;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.witan.access.trail.AuditCommand;
import org.witan.people.PeopleCommand;
import org.witan.risk.RiskCommand;
import org.witan.stewardship.DependenciesCommand;

/// Starts the web application, or a command of the same jar that needs no page.
///
/// Modules may use one name for classes of their own, so the name of a bean is that of its class with its package.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class WitanApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("dependencies")) {
            System.exit(DependenciesCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("audit")) {
            System.exit(AuditCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("people")) {
            System.exit(PeopleCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("risk")) {
            System.exit(RiskCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(WitanApplication.class, args);
    }
}
