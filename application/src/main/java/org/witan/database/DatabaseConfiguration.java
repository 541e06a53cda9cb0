package org.witan.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Server, roles, tables, connections: in this order at every start.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /// A page that waits longer for a connection had better say that it cannot have one.
    private static final Duration WAIT = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    Server databaseServer(DatabaseSettings settings) {
        if (settings.external()) {
            return new ExternalServer(
                            Objects.requireNonNull(settings.url()),
                            settings.username(),
                            settings.password(),
                            settings.applicationPassword())
                    .checked();
        }
        Path programs = settings.programs();
        return programs == null
                ? EmbeddedServer.startIn(settings.folder())
                : EmbeddedServer.startIn(settings.folder(), programs);
    }

    @Bean
    @ConditionalOnBooleanProperty("witan.demo")
    DemonstrationOwner demonstrationOwner(Server databaseServer) {
        return new DemonstrationOwner(databaseServer);
    }

    @Bean
    DataSource dataSource(
            Server databaseServer, DatabaseSettings settings, @Value("${witan.demo:false}") boolean demo) {
        String installation = demo ? Preparation.DEMONSTRATION : Preparation.LIVE;
        String password = new Preparation(databaseServer, settings.patience(), settings.schemas(), installation).run();
        var connections = new HikariDataSource();
        connections.setJdbcUrl(databaseServer.address());
        connections.setUsername(Roles.APPLICATION);
        connections.setPassword(password);
        connections.setPoolName("witan");
        connections.setMaximumPoolSize(10);
        // A failure's details quote the values of the row, and its text reaches the log.
        connections.addDataSourceProperty("logServerErrorDetail", "false");
        // Planning the one rule takes longer than asking it; a statement that is prepared keeps its plan, also when
        // another would seem better for the values at hand.
        connections.addDataSourceProperty("prepareThreshold", "1");
        connections.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan");
        connections.setConnectionTimeout(WAIT.toMillis());
        return connections;
    }
}
