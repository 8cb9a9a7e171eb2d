# The backend with the web app. Built from the jar that `mvn package` made, so that what was tested is what runs:
#   mvn package -DskipTests && docker compose -f deploy/compose.yaml build
FROM eclipse-temurin:25.0.4_7-jre-noble@sha256:b4c93a50fc67612798db73d68ca3b0ee4ebdd51736e59cca370e689b9797037e AS layers
WORKDIR /layers
COPY backend/target/lecture-halls-backend.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination extracted

FROM eclipse-temurin:25.0.4_7-jre-noble@sha256:b4c93a50fc67612798db73d68ca3b0ee4ebdd51736e59cca370e689b9797037e
RUN useradd --system --uid 10001 --user-group --no-create-home halls
WORKDIR /app
# From what changes least to what changes most: an update of the code sends some megabytes, not a hundred.
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=65", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]
