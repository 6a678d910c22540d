package service.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import service.settings.Settings;

@Configuration
class DatabaseConfiguration {

    /** Where the pool and the migrations connect to. The pool's limits are in application.yaml. */
    @Bean
    JdbcConnectionDetails connectionDetails(Settings settings) {
        Settings.Database database = settings.database();
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }
}
