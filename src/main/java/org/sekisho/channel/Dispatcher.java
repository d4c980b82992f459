package org.sekisho.channel;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Empties the outbox: claims a message in a transaction of its own, sends it outside any, and records the result in another.
 * Wakes when a message commits and otherwise polls, so that a lost wake-up costs seconds and a dead node loses nothing.
 */
@Component
class Dispatcher implements SmartLifecycle, Channels {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final JdbcOutbox outbox;
    private final Map<String, Channel> channels;
    private final Breakers breakers;
    private final ChannelProperties properties;
    private final UUID node = UUID.randomUUID();
    private final Semaphore wake = new Semaphore(0);
    private final Semaphore free;
    private @Nullable ExecutorService threads;

    Dispatcher(JdbcOutbox outbox, List<Channel> channels, Breakers breakers, ChannelProperties properties) {
        this.outbox = outbox;
        this.channels = channels.stream().collect(toUnmodifiableMap(Channel::name, Function.identity()));
        this.breakers = breakers;
        this.properties = properties;
        this.free = new Semaphore(properties.senders());
    }

    @TransactionalEventListener
    void on(MessageTaken taken) {
        wake.release();
    }

    @Override
    public Set<String> names() {
        return channels.keySet();
    }

    /** Sends everything that is due, on the calling thread. */
    void dispatchDue() {
        outbox.expire();
        outbox.recover();
        for (Optional<Claim> claim = outbox.claim(node, breakers.shut(channels.values()));
                claim.isPresent();
                claim = outbox.claim(node, breakers.shut(channels.values()))) {
            deliver(claim.get());
        }
    }

    private void deliver(Claim claim) {
        Optional<Channel> channel = Optional.ofNullable(channels.get(claim.channel()));
        if (channel.isEmpty()) {
            log.warn("message {} was refused: there is no channel {}", claim.id(), claim.channel());
            outbox.refused(claim);
        } else if (breakers.permits(channel.get())) {
            deliver(claim, channel.get());
        } else {
            outbox.putOff(claim);
        }
    }

    /** Of what goes wrong the name alone is told: its text may quote the address. */
    private void deliver(Claim claim, Channel channel) {
        Optional<Receipt> receipt = Optional.empty();
        try {
            receipt = Optional.of(channel.send(claim.envelope()));
            breakers.worked(channel);
        } catch (Channel.Refused refused) {
            breakers.worked(channel);
            log.warn("message {} was refused on channel {}", claim.id(), claim.channel());
            outbox.refused(claim);
        } catch (Channel.NotTaken notNow) {
            breakers.failed(channel, notNow);
            log.warn("message {} was not taken on channel {} at try {}", claim.id(), claim.channel(), claim.attempt());
            outbox.notTaken(claim, notNow.retryAfter());
        } catch (RuntimeException failure) {
            breakers.failed(channel, failure);
            log.warn(
                    "message {} may or may not have been taken on channel {} at try {}: {}",
                    claim.id(),
                    claim.channel(),
                    claim.attempt(),
                    failure.getClass().getName());
            outbox.unclear(claim);
        }
        receipt.ifPresent(taken -> outbox.sent(claim, taken));
    }

    @Override
    public synchronized void start() {
        if (threads != null || !properties.dispatching()) {
            return;
        }
        ExecutorService started = Executors.newFixedThreadPool(properties.senders() + 1, runnable -> {
            Thread thread = new Thread(runnable, "outbox");
            thread.setDaemon(true);
            return thread;
        });
        threads = started;
        started.execute(() -> watch(started));
    }

    private void watch(ExecutorService senders) {
        try {
            while (!senders.isShutdown()) {
                try {
                    outbox.expire();
                    outbox.recover();
                    spread(senders);
                } catch (RuntimeException failure) {
                    log.error("the outbox could not be read; trying again", failure);
                }
                if (wake.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void spread(ExecutorService senders) throws InterruptedException {
        while (!senders.isShutdown()) {
            free.acquire();
            Optional<Claim> claim = Optional.empty();
            try {
                claim = outbox.claim(node, breakers.shut(channels.values()));
                claim.ifPresent(taken -> senders.execute(() -> {
                    try {
                        deliver(taken);
                    } catch (RuntimeException failure) {
                        log.error("the result of message {} could not be recorded", taken.id(), failure);
                    } finally {
                        free.release();
                    }
                }));
            } finally {
                if (claim.isEmpty()) {
                    free.release();
                }
            }
            if (claim.isEmpty()) {
                return;
            }
        }
    }

    @Override
    public synchronized void stop() {
        ExecutorService running = threads;
        threads = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        wake.release();
        try {
            // what a sender has in hand gets the time that a carrier may take
            if (!running.awaitTermination(20, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }
}
