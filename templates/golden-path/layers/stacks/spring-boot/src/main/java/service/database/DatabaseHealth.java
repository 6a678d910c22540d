package service.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the database whether it answers: for /readyz when it is asked, and every few seconds for {@code database_up}. */
@Component("database")
class DatabaseHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);

    private final JdbcClient database;
    private volatile boolean up = true;

    DatabaseHealth(JdbcClient database, MeterRegistry registry) {
        this.database = database;
        Gauge.builder("database.up", () -> up ? 1 : 0)
                .description("Whether the database answered when it was last asked")
                .register(registry);
    }

    @Override
    public Health health() {
        return ask() ? Health.up().build() : Health.down().build();
    }

    @Scheduled(fixedDelayString = "PT5S")
    boolean ask() {
        boolean answered = answers();
        if (answered != up) {
            LOG.warn(answered ? "The database answers again" : "The database does not answer");
        }
        up = answered;
        return answered;
    }

    private boolean answers() {
        try {
            return database.sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException gone) {
            LOG.debug("The database was asked", gone);
            return false;
        }
    }
}
