package org.sekisho.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the head of the chain down outside the database, so that a tail that is cut off leaves a trace. Where an anchor was
 * written twice, because a node died between the file and the database, both say the same.
 */
@Component
public class Anchors {

    private final JdbcAnchors made;
    private final JdbcBlocks blocks;
    private final JdbcSealKeys keys;
    private final AnchorProperties properties;
    private final Clock clock;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;

    Anchors(
            JdbcAnchors made,
            JdbcBlocks blocks,
            JdbcSealKeys keys,
            AnchorProperties properties,
            Clock clock,
            ApplicationEventPublisher news,
            PlatformTransactionManager transactions) {
        this.made = made;
        this.blocks = blocks;
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether there is a place outside at all. */
    public boolean configured() {
        return file().isPresent() || notary().isPresent();
    }

    /** The head as it can be written down by hand; empty where nothing is sealed yet. */
    @Transactional(readOnly = true)
    public Optional<Anchor> head() {
        return blocks.last().map(this::of);
    }

    /**
     * Writes the head down wherever that is configured.
     *
     * @return the anchor; empty where nothing is sealed, where it stands there already, or where there is no place
     * @throws UncheckedIOException where the file cannot be written; then it is not anchored, and the next time tries again
     */
    Optional<Anchor> anchor() {
        return configured()
                ? Optional.ofNullable(transaction.execute(status -> writeDown()))
                        .flatMap(written -> written)
                : Optional.empty();
    }

    private Optional<Anchor> writeDown() {
        blocks.lock();
        Optional<Anchor> head = head().filter(anchor ->
                made.last().filter(last -> last.anchor().equals(anchor)).isEmpty());
        head.ifPresent(anchor -> {
            made.add(anchor, clock.instant());
            notary().ifPresent(address -> news.publishEvent(new HeadAnchored(anchor, address)));
            file().ifPresent(file -> write(anchor, file));
        });
        return head;
    }

    /** Writes the head down where the last time is longer ago than is set. */
    void anchorWhereDue() {
        Instant before = clock.instant().minus(properties.every());
        if (made.last().filter(last -> last.at().isAfter(before)).isEmpty()) {
            anchor();
        }
    }

    /**
     * All anchors that this node can read: those that it remembers, and those in the file.
     *
     * @throws UncheckedIOException where the file is there and cannot be read
     */
    List<Anchor> known() {
        return Stream.concat(
                        made.all().stream(),
                        file().filter(Files::exists).map(Anchors::read).stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    /**
     * The anchors in a file that this product wrote.
     *
     * @throws UncheckedIOException where it cannot be read
     */
    static List<Anchor> read(Path file) {
        try {
            return Anchor.in(Files.readString(file)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The anchors in " + file + " cannot be read.", unreadable);
        }
    }

    private static void write(Anchor anchor, Path file) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer line = StandardCharsets.UTF_8.encode(anchor + "\n");
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "The head of the trail cannot be written to " + file + ", which sekisho.audit.anchor.file names.",
                    unwritable);
        }
    }

    private Anchor of(StoredBlock stored) {
        Block block = stored.block();
        Hash key = keys.all().stream()
                .map(JdbcSealKeys.Stored::key)
                .filter(candidate -> candidate.number() == block.key())
                .map(SealKey::fingerprint)
                .findFirst()
                .orElse(Hash.NONE);
        return new Anchor(block.number(), block.hash(), block.sealedAt(), key);
    }

    private Optional<Path> file() {
        return Optional.of(properties.file()).filter(name -> !name.isBlank()).map(Path::of);
    }

    private Optional<String> notary() {
        return Optional.of(properties.mail()).filter(address -> !address.isBlank());
    }
}
