package org.witan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts the web application.
@SpringBootApplication
@ConfigurationPropertiesScan
public class WitanApplication {

    public static void main(String[] args) {
        SpringApplication.run(WitanApplication.class, args);
    }
}
