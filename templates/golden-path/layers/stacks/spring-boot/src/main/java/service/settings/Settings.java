package service.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the environment says. PORT, LOG_LEVEL, SERVICE_* and SHUTDOWN_GRACE_SECONDS are used by application.yaml. */
public record Settings(Database database, Faults faults, int requestsPerSecond, Optional<String> tracesEndpoint) {

    public record Database(String jdbcUrl, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + jdbcUrl + "]";
        }
    }

    /** Drills only: the chart refuses FAULTS_ENABLED in production. */
    public record Faults(boolean enabled, double errorRatio, Duration delay) {}

    public static Settings from(UnaryOperator<String> lookup) {
        Variables variables = new Variables(lookup);
        variables.integer("PORT", 8080, 1, 65_535);
        variables.oneOf("LOG_LEVEL", "info", List.of("debug", "info", "warn", "error"));
        variables.integer("SHUTDOWN_GRACE_SECONDS", 20, 1, 600);
        Settings settings = new Settings(
                database(variables),
                new Faults(
                        variables.flag("FAULTS_ENABLED"),
                        variables.ratio("FAULT_ERROR_RATIO"),
                        Duration.ofMillis(variables.integer("FAULT_DELAY_MS", 0, 0, 60_000))),
                variables.integer("RATE_LIMIT_PER_SECOND", 500, 1, 1_000_000),
                tracesEndpoint(variables));
        variables.refuseWhatIsWrong();
        return settings;
    }

    private static Database database(Variables variables) {
        String name = "DATABASE_URL";
        String address = variables
                .required(name, "the address of the database, postgresql://host:5432/name")
                .replaceFirst("^jdbc:", "");
        variables.address(name, address, List.of("postgresql", "postgres"));
        return new Database(
                "jdbc:" + address.replaceFirst("^postgres:", "postgresql:"),
                variables.required("DATABASE_USER", "the name of the database's user"),
                variables.text("DATABASE_PASSWORD", ""));
    }

    private static Optional<String> tracesEndpoint(Variables variables) {
        String name = "OTEL_EXPORTER_OTLP_ENDPOINT";
        String address = variables.address(name, variables.text(name, ""), List.of("http", "https"));
        return Optional.of(address)
                .filter(text -> !text.isEmpty())
                .map(text -> text.replaceFirst("/+$", "") + "/v1/traces");
    }
}
