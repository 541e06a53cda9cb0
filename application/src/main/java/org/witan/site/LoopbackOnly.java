package org.witan.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Refuses to start on an address that other machines can reach, as long as nobody has to sign in.
///
/// It runs before any other bean is made, so nothing listens and no database has started when it refuses.
@Component
final class LoopbackOnly implements BeanFactoryPostProcessor, EnvironmentAware {
    private String address = "";

    @Override
    public void setEnvironment(Environment environment) {
        this.address = environment.getProperty("server.address", "");
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        if (!isLoopback(address)) {
            throw new RefusedToStart("server.address is '" + address
                    + "', which other machines may reach, and there is no sign-in yet. Set server.address=127.0.0.1.");
        }
    }

    /// An empty address means every address of the machine.
    static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
