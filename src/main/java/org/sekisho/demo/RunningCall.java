package org.sekisho.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.sekisho.demo.CallScript.Gather;
import org.sekisho.demo.CallScript.Hangup;
import org.sekisho.demo.CallScript.Pause;
import org.sekisho.demo.CallScript.Redirect;
import org.sekisho.demo.CallScript.Say;
import org.sekisho.demo.CallScript.Verb;

/** One call that somebody has taken: goes by its script, on a thread of its own, and listens to the keypad. */
final class RunningCall {

    /** No script of ours asks this often; one that does turns in a circle. */
    private static final int MOST_SCRIPTS = 20;

    private final Duration second;
    private final Consumer<DemoCall> watcher;
    private final BiFunction<String, String, String> next;
    private final BlockingQueue<String> keys = new LinkedBlockingQueue<>();
    private DemoCall call;

    /**
     * @param second how long a second of a script lasts
     * @param next asks an address, given what was keyed, for the rest of the call
     */
    RunningCall(DemoCall call, Duration second, Consumer<DemoCall> watcher, BiFunction<String, String, String> next) {
        this.call = call;
        this.second = second;
        this.watcher = watcher;
        this.next = next;
    }

    /** Keys, one by one, on the telephone's keypad. */
    void press(String pressed) {
        pressed.chars().forEach(key -> keys.add(String.valueOf((char) key)));
    }

    void run(String script) throws InterruptedException {
        watcher.accept(call);
        List<Verb> verbs = CallScript.read(script);
        for (int scripts = 0; !verbs.isEmpty() && scripts < MOST_SCRIPTS; scripts++) {
            verbs = perform(verbs);
        }
        show(DemoCall.State.ENDED);
    }

    /** @return what is performed next; empty where the call ends */
    private List<Verb> perform(List<Verb> verbs) throws InterruptedException {
        for (Verb verb : verbs) {
            if (verb instanceof Say say) {
                tell(say.text());
            } else if (verb instanceof Pause pause) {
                TimeUnit.NANOSECONDS.sleep(second.multipliedBy(pause.seconds()).toNanos());
            } else if (verb instanceof Gather gather) {
                String keyed = listen(gather);
                if (!keyed.isEmpty()) {
                    tell("⌨ " + keyed);
                    return CallScript.read(next.apply(gather.action(), keyed));
                }
            } else if (verb instanceof Redirect redirect) {
                return CallScript.read(next.apply(redirect.address(), ""));
            } else if (verb instanceof Hangup) {
                return List.of();
            }
        }
        return List.of();
    }

    private String listen(Gather gather) throws InterruptedException {
        for (Verb verb : gather.prompt()) {
            if (verb instanceof Say say) {
                tell(say.text());
            }
        }
        show(DemoCall.State.LISTENING);
        StringBuilder keyed = new StringBuilder();
        while (keyed.length() < gather.digits()) {
            String key = keys.poll(second.multipliedBy(gather.timeout()).toNanos(), TimeUnit.NANOSECONDS);
            if (key == null || key.equals(gather.finish())) {
                break;
            }
            keyed.append(key);
        }
        show(DemoCall.State.SPEAKING);
        return keyed.toString();
    }

    private void tell(String line) {
        List<String> transcript = new ArrayList<>(call.transcript());
        transcript.add(line);
        call = new DemoCall(call.id(), call.to(), call.from(), call.extension(), call.state(), transcript, call.at());
        watcher.accept(call);
    }

    private void show(DemoCall.State state) {
        call = new DemoCall(call.id(), call.to(), call.from(), call.extension(), state, call.transcript(), call.at());
        watcher.accept(call);
    }
}
