FROM node:20-slim AS node

FROM maven:3.9-eclipse-temurin-25 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY . .
RUN mvn -B -q -Dtoolchain.skip=true -DskipTests package \
    # The image runs against a PostgreSQL of its own container.
    && rm bootstrap/target/distribution/lib/embedded-postgres-binaries-*.jar \
    && rm -r bootstrap/target/distribution/natives/darwin-arm64

FROM eclipse-temurin:25-jre
# For frames of videos.
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 albumen \
    && useradd --system --uid 10001 --gid albumen --home-dir /var/lib/albumen --create-home albumen
COPY --from=build /src/bootstrap/target/distribution/lib /opt/albumen/lib
COPY --from=build /src/bootstrap/target/distribution/natives /opt/albumen/natives
USER albumen
ENV ALBUMEN_HOME=/var/lib/albumen \
    ALBUMEN_HOST=0.0.0.0 \
    ALBUMEN_PORT=8080 \
    ALBUMEN_LOG_FORMAT=json \
    MALLOC_ARENA_MAX=2 \
    JDK_JAVA_OPTIONS="-Xmx384m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxDirectMemorySize=128m -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true"
VOLUME /var/lib/albumen
EXPOSE 8080
# Whether the node lives. Whoever replaces what is unhealthy must not do so because the database is away, as /health/readiness tells.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/liveness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-cp", "/opt/albumen/lib/*", "dev.albumen.bootstrap.Albumen"]
CMD ["run"]
