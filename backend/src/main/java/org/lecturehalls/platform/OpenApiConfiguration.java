package org.lecturehalls.platform;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** What the API's description says about all operations alike. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info = @Info(title = "Lecture Halls", version = "v1"),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
class OpenApiConfiguration {

    static {
        // A handler that reads several headers takes them all, which says nothing about what a caller must send.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(HttpHeaders.class);
    }

    /** Each operation can fail with a problem document. */
    @Bean
    OpenApiCustomizer problemsOfAllOperations() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(OpenApiConfiguration::describeAnswers);
        };
    }

    private static void describeAnswers(Operation operation) {
        restoreSuccess(operation.getResponses());
        addProblem(operation);
    }

    /** Where a handler names a refusal only, springdoc takes that for its whole answer and puts the body there. */
    private static void restoreSuccess(ApiResponses answers) {
        boolean succeeds = answers.keySet().stream().anyMatch(code -> code.matches("[23].."));
        answers.entrySet().stream()
                .filter(answer -> !succeeds && answer.getValue().getContent() != null)
                .findFirst()
                .map(answer -> answer.getValue().getContent())
                .ifPresent(body -> answers.addApiResponse(
                        "200", new ApiResponse().description("OK").content(body)));
        answers.entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("4"))
                .forEach(answer -> answer.getValue().setContent(problem()));
    }

    private static void addProblem(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "default", new ApiResponse().description("Problem").content(problem()));
    }

    private static Content problem() {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
    }
}
