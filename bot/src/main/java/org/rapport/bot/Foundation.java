package org.rapport.bot;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.store.Store;

/**
 * What every feature stands on.
 *
 * @param parts takes what has to be closed
 * @param chores does what is to be done again and again; closed before all that was opened earlier
 */
record Foundation(
    Settings settings,
    Store store,
    Keys keys,
    ChannelNotices notices,
    Wording wording,
    InstantSource clock,
    PrometheusMeterRegistry meters,
    OpenParts parts,
    Chores chores) {

  static Foundation laid(Settings settings, Store store, InstantSource clock, OpenParts parts) {
    Keys keys = new KeyChoice(settings).readOrMake();
    PrometheusMeterRegistry meters = jvmMeters();
    parts.add(meters::close);
    ChannelNotices notices = new ChannelNotices(clock);
    return new Foundation(
        settings,
        store,
        keys,
        notices,
        App.wording(settings, notices.names()),
        clock,
        meters,
        parts,
        parts.add(new Chores()));
  }

  private static PrometheusMeterRegistry jvmMeters() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Stream.of(
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics())
        .forEach(jvm -> jvm.bindTo(meters));
    return meters;
  }
}
