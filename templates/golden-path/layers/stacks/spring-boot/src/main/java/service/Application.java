package service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import service.settings.Settings;
import service.settings.WrongSettings;

@SpringBootApplication
@EnableScheduling
public class Application {

    public static void main(String[] arguments) {
        try {
            // Before Spring starts, so that what is wrong is told in sentences and not in a stack trace.
            Settings.from(System::getenv);
        } catch (WrongSettings wrong) {
            wrong.sentences().forEach(System.err::println);
            System.exit(2);
        }
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        endWithZeroAfterSigterm(application.run(arguments));
    }

    @Bean
    Settings settings(Environment environment) {
        return Settings.from(environment::getProperty);
    }

    /** Closing the context finishes the requests in flight. The JVM alone would exit with 143, as if it had failed. */
    private static void endWithZeroAfterSigterm(ConfigurableApplicationContext context) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            context.close();
                            Runtime.getRuntime().halt(0);
                        },
                        "shutdown"));
    }
}
