package org.sekisho.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.sekisho.process.CaseId;
import org.sekisho.process.ProcessKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works through what there is to keep, a few cases at a time, each in a transaction of its own: what a dying node leaves undone,
 * any other does. Any number of nodes may work at once.
 */
@Component
class Archivist {

    private static final Logger log = LoggerFactory.getLogger(Archivist.class);

    static final int AT_ONCE = 50;
    private static final int ROUNDS = 20;
    /** One that cannot be recorded must not keep the others waiting. */
    private static final Duration LATER = Duration.ofHours(1);

    private final JdbcArchivedCases cases;
    private final CaseRecords records;
    private final Census census;
    private final ArchiveProperties properties;
    private final Clock clock;

    Archivist(JdbcArchivedCases cases, CaseRecords records, Census census, ArchiveProperties properties, Clock clock) {
        this.cases = cases;
        this.records = records;
        this.census = census;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void work() {
        if (!properties.recording()) {
            return;
        }
        for (int round = 0; round < ROUNDS && census.takeIn(); round++) {
            // the next few
        }
        for (int round = 0; round < ROUNDS && recordSome() == AT_ONCE; round++) {
            // the next few
        }
        for (int round = 0; round < ROUNDS && records.listRules(AT_ONCE) == AT_ONCE; round++) {
            // the next few
        }
    }

    /** Cases whose time is up go, and models that no case needs any more. */
    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void retire() {
        if (!properties.recording()) {
            return;
        }
        for (int round = 0; round < ROUNDS && retireSome() == AT_ONCE; round++) {
            // the next few
        }
    }

    /** Lets some of the cases go that ended too long ago for their kind, and says how many there were. */
    int retireSome() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        Set<ProcessKey> special =
                properties.kinds().keySet().stream().map(ProcessKey::new).collect(Collectors.toSet());
        int gone = records.retire(
                Kinds.allBut(special), now.minus(properties.keep()).toInstant(), AT_ONCE);
        for (Map.Entry<String, Period> kind : properties.kinds().entrySet()) {
            if (gone < AT_ONCE) {
                gone += records.retire(
                        Kinds.only(new ProcessKey(kind.getKey())),
                        now.minus(kind.getValue()).toInstant(),
                        AT_ONCE - gone);
            }
        }
        return gone;
    }

    /** Records some of the cases that have ended, and says how many there were. */
    int recordSome() {
        List<CaseId> ended = cases.toRecord(clock.instant(), AT_ONCE);
        for (CaseId caseId : ended) {
            try {
                records.record(caseId);
            } catch (RuntimeException failure) {
                log.warn(
                        "Case {} is not recorded yet: {}",
                        caseId,
                        failure.getClass().getName());
                cases.putOff(caseId, clock.instant().plus(LATER));
            }
        }
        return ended.size();
    }
}
