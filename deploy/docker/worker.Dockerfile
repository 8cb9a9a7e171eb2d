# A media worker. ffmpeg comes inside its jar; LibreOffice, the Chinese fonts and some small libraries that ffmpeg's
# device support is linked to come from the distribution.
#   mvn package -DskipTests && docker compose -f deploy/compose.yaml build
FROM eclipse-temurin:25.0.4_7-jre-noble@sha256:b4c93a50fc67612798db73d68ca3b0ee4ebdd51736e59cca370e689b9797037e AS layers
WORKDIR /layers
COPY media-worker/target/lecture-halls-media-worker.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination extracted

FROM eclipse-temurin:25.0.4_7-jre-noble@sha256:b4c93a50fc67612798db73d68ca3b0ee4ebdd51736e59cca370e689b9797037e
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
      libreoffice-writer-nogui libreoffice-impress-nogui fonts-noto-cjk \
      libxcb1 libxcb-shm0 libasound2t64 libpulse0 libva2 libva-drm2 libdrm2 \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --user-group --create-home halls \
 && install --directory --owner=halls --group=halls /work
WORKDIR /app
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
USER 10001:10001
VOLUME /work
# The heap is small on purpose: files are streamed, and the memory is for ffmpeg and LibreOffice.
ENTRYPOINT ["java", "-Xmx192m", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]
