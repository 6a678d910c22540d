package service.telemetry;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import service.http.Operations;
import service.settings.Settings;

@Configuration
class TelemetryConfiguration {

    /** Spans are sent only where OTEL_EXPORTER_OTLP_ENDPOINT is set. Logs have trace ids in any case. */
    @Bean
    SpanExporter spanExporter(Settings settings) {
        return settings.tracesEndpoint()
                .<SpanExporter>map(endpoint ->
                        OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build())
                .orElseGet(SpanExporter::composite);
    }

    /** Probes and scrapes are no traces anybody looks at. */
    @Bean
    ObservationPredicate noTracesOfOperations() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && Operations.include(request.getCarrier()));
    }

    @Bean
    MeterBinder buildInformation(@Value("${SERVICE_VERSION}") String version) {
        return registry -> Gauge.builder("build.info", () -> 1)
                .description("The version that runs")
                .tags("version", version)
                .register(registry);
    }

    @Bean
    MeterBinder connections(HikariDataSource pool) {
        return registry -> {
            count(registry, pool, "used", HikariPoolMXBean::getActiveConnections);
            count(registry, pool, "idle", HikariPoolMXBean::getIdleConnections);
        };
    }

    private static void count(
            MeterRegistry registry, HikariDataSource pool, String state, ToIntFunction<HikariPoolMXBean> of) {
        Gauge.builder("datastore.connections", pool, source -> of.applyAsInt(source.getHikariPoolMXBean()))
                .description("Connections to the database")
                .tags("state", state)
                .register(registry);
    }
}
