package org.rapport.bot.http;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.rapport.bot.http.Route.Reach;

class OperatingTest {

  @Test
  void aProbeHearsReadyWhenAllIsWell() throws Exception {
    assertReadiness(() -> true, () -> true, 200, "ready");
  }

  @Test
  void aProbeHearsDegradedWhileTheDatabaseIsAway() throws Exception {
    assertReadiness(() -> true, () -> false, 200, "degraded");
  }

  @Test
  void aDatabaseThatNeverAnswersIsAway() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    BooleanSupplier hanging =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return true;
        };

    assertReadiness(() -> true, hanging, 200, "degraded");
  }

  @Test
  void nobodyIsSentHereWhileNoIndexIsOpen() throws Exception {
    assertReadiness(() -> false, () -> true, 503, "no index is open");
  }

  @Test
  void metricsAreInTheTextFormOfPrometheus() throws Exception {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters.counter("rapport.asks", "channel", "slack", "outcome", "found").increment();

    try (TestServer server =
        TestServer.with(Route.get("/metrics", Reach.OPERATORS, new MetricsServlet(meters)))) {
      HttpResponse<String> response = server.get("/metrics");
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
      assertThat(response.body())
          .contains("rapport_asks_total{channel=\"slack\",outcome=\"found\"} 1.0");
    }
  }

  private static void assertReadiness(
      BooleanSupplier index, BooleanSupplier database, int status, String words) throws Exception {
    HealthServlet servlet = new HealthServlet(Health.readiness(index, database));
    try (TestServer server = TestServer.with(Route.get("/health/ready", Reach.PROBE, servlet))) {
      await()
          .atMost(1, MINUTES)
          .untilAsserted(() -> {
            // A probe that a busy machine takes too long for hears that the database is away.
            HttpResponse<String> response = server.get("/health/ready");
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body().strip()).isEqualTo(words);
          });
    }
  }
}
