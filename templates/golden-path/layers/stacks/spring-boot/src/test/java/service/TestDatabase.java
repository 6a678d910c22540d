package service;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** The PostgreSQL of DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD; without them the one of compose.yaml. */
final class TestDatabase {

    static final String USER = variable("DATABASE_USER", "app");
    static final String PASSWORD = variable("DATABASE_PASSWORD", "app");
    private static final String URL = variable("DATABASE_URL", "postgresql://localhost:5432/app");

    private TestDatabase() {}

    /** Its address; fails with what to do where nothing answers there. */
    static URI address() {
        String address = URL.replaceFirst("^jdbc:", "");
        try {
            DriverManager.getConnection("jdbc:" + address, USER, PASSWORD).close();
        } catch (SQLException refused) {
            throw new IllegalStateException(
                    "These tests need a PostgreSQL: run \"docker compose up --detach --wait postgres\", or set"
                            + " DATABASE_URL, DATABASE_USER and DATABASE_PASSWORD.",
                    refused);
        }
        return URI.create(address);
    }

    private static String variable(String name, String fallback) {
        return Optional.ofNullable(System.getenv(name)).orElse(fallback);
    }
}
