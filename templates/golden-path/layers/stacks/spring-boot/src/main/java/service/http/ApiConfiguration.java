package service.http;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class ApiConfiguration implements WebMvcConfigurer {

    private final List<HandlerInterceptor> beforeEachRequest;

    ApiConfiguration(RateLimit rateLimit, BodyLimit bodyLimit, FaultDrill faultDrill) {
        this.beforeEachRequest = List.of(rateLimit, bodyLimit, faultDrill);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        beforeEachRequest.forEach(
                interceptor -> registry.addInterceptor(interceptor).addPathPatterns("/api/**"));
    }
}
