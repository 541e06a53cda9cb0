package org.witan.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Server, roles, tables, connections: in this order at every start.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    Server databaseServer(DatabaseSettings settings) {
        return settings.external()
                ? new ExternalServer(Objects.requireNonNull(settings.url()), settings.username(), settings.password())
                : EmbeddedServer.startIn(settings.folder());
    }

    @Bean
    DataSource dataSource(Server databaseServer, DatabaseSettings settings) {
        DataSource administration = databaseServer.administration();
        String password = new Roles(administration).prepare();
        var migrations = new Migrations(administration);
        settings.schemas().forEach(migrations::run);

        var connections = new HikariDataSource();
        connections.setJdbcUrl(databaseServer.address());
        connections.setUsername(Roles.APPLICATION);
        connections.setPassword(password);
        connections.setPoolName("witan");
        connections.setMaximumPoolSize(10);
        return connections;
    }
}
