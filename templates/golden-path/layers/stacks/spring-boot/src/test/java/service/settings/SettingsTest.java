package service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Map<String, String> LEAST =
            Map.of("DATABASE_URL", "postgresql://db:5432/app", "DATABASE_USER", "app");

    private static Settings read(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(LEAST);
        variables.putAll(more);
        return Settings.from(variables::get);
    }

    @Test
    void hasDefaultsForAllButTheDatabase() {
        Settings settings = read(Map.of());

        assertThat(settings.database()).isEqualTo(new Settings.Database("jdbc:postgresql://db:5432/app", "app", ""));
        assertThat(settings.faults()).isEqualTo(new Settings.Faults(false, 0, Duration.ZERO));
        assertThat(settings.requestsPerSecond()).isEqualTo(500);
        assertThat(settings.tracesEndpoint()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://db/app, jdbc:postgresql://db/app",
        "postgresql://db:5432/app?sslmode=require, jdbc:postgresql://db:5432/app?sslmode=require",
        "jdbc:postgresql://db:5432/app, jdbc:postgresql://db:5432/app",
    })
    void takesTheAddressOfTheDatabaseInEveryUsualForm(String address, String jdbcUrl) {
        assertThat(read(Map.of("DATABASE_URL", address)).database().jdbcUrl()).isEqualTo(jdbcUrl);
    }

    @Test
    void readsWhatIsSet() {
        Settings settings = read(Map.of(
                "RATE_LIMIT_PER_SECOND", "7",
                "FAULTS_ENABLED", "TRUE",
                "FAULT_ERROR_RATIO", "0.25",
                "FAULT_DELAY_MS", "300",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318/"));

        assertThat(settings.requestsPerSecond()).isEqualTo(7);
        assertThat(settings.faults()).isEqualTo(new Settings.Faults(true, 0.25, Duration.ofMillis(300)));
        assertThat(settings.tracesEndpoint()).contains("http://collector:4318/v1/traces");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT | 80a | PORT is \"80a\": it must be a whole number from 1 to 65535.",
                "PORT | 65536 | PORT is \"65536\": it must be a whole number from 1 to 65535.",
                "LOG_LEVEL | loud | LOG_LEVEL is \"loud\": it must be one of debug, info, warn, error.",
                "SHUTDOWN_GRACE_SECONDS | 0 | SHUTDOWN_GRACE_SECONDS is \"0\": it must be a whole number from 1 to 600.",
                "RATE_LIMIT_PER_SECOND | -1 | RATE_LIMIT_PER_SECOND is \"-1\": it must be a whole number from 1 to 1000000.",
                "FAULTS_ENABLED | yes | FAULTS_ENABLED is \"yes\": it must be one of true, false.",
                "FAULT_ERROR_RATIO | 1.5 | FAULT_ERROR_RATIO is \"1.5\": it must be a number from 0 to 1.",
                "FAULT_ERROR_RATIO | NaN | FAULT_ERROR_RATIO is \"NaN\": it must be a number from 0 to 1.",
                "FAULT_DELAY_MS | 1.5 | FAULT_DELAY_MS is \"1.5\": it must be a whole number from 0 to 60000.",
                "DATABASE_USER | '' | DATABASE_USER is not set: it must be the name of the database's user.",
                "DATABASE_URL | '' | DATABASE_URL is not set: it must be the address of the database, postgresql://host:5432/name.",
            })
    void saysWhatIsWrongWithAVariable(String name, String value, String sentence) {
        var wrong = catchThrowableOfType(WrongSettings.class, () -> read(Map.of(name, value)));

        assertThat(wrong.sentences()).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, postgresql://app:secret@db/app",
        "DATABASE_URL, mysql://secret/app",
        "DATABASE_URL, postgresql:///secret",
        "OTEL_EXPORTER_OTLP_ENDPOINT, https://u:secret@collector",
        "OTEL_EXPORTER_OTLP_ENDPOINT, secret host",
    })
    void refusesAddressesWithoutRepeatingThem(String name, String value) {
        var wrong = catchThrowableOfType(WrongSettings.class, () -> read(Map.of(name, value)));

        assertThat(wrong.sentences())
                .singleElement()
                .asString()
                .startsWith(name)
                .doesNotContain("secret");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var wrong = catchThrowableOfType(
                WrongSettings.class, () -> read(Map.of("PORT", "x", "LOG_LEVEL", "y", "DATABASE_USER", " ")));

        assertThat(wrong.sentences()).hasSize(3);
        assertThat(wrong).hasMessageContainingAll("PORT", "LOG_LEVEL", "DATABASE_USER");
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(read(Map.of("DATABASE_PASSWORD", "secret")).toString()).doesNotContain("secret");
    }
}
