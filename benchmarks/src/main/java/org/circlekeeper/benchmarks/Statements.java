package org.circlekeeper.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Sees every statement that the program prepares, and when. */
public final class Statements implements BeanPostProcessor {

    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    /** A statement, and the moment at which it was prepared. */
    public record Seen(String sql, long nanos) {

        /**
         * Whether a use of the program asks or changes something, rather than saying for which practice or on whose
         * turn.
         */
        public boolean isWork() {
            return !sql.contains("set_config") && !sql.contains("current_setting") && !sql.contains("jobs.");
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Watched(source) : bean;
    }

    public void forget() {
        seen.clear();
    }

    public List<Seen> work() {
        return seen.stream().filter(Seen::isWork).toList();
    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            seen.add(new Seen((String) arguments[0], System.nanoTime()));
                        }
                        return call(connection, method, arguments);
                    });
        }
    }

    private static @Nullable Object call(Connection connection, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
