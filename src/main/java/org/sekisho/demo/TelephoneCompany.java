package org.sekisho.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A telephone company on this machine: speaks Twilio's HTTP interface for texts, calls and look-ups, delivers to the
 * {@link DemoInbox}, reports with valid signatures, and meets a {@link Misfortune} on command.
 */
public final class TelephoneCompany implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TelephoneCompany.class);

    private static final Pattern MESSAGES = Pattern.compile("/2010-04-01/Accounts/[^/]+/Messages\\.json");
    private static final Pattern CALLS = Pattern.compile("/2010-04-01/Accounts/[^/]+/Calls\\.json");
    private static final String NUMBERS = "/v2/PhoneNumbers/";

    /** A company takes some time to answer: this part of a second. */
    private static final int ANSWERS_PER_SECOND = 20;

    /** Longer than anybody waits for an answer. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient callbacks =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, RunningCall> running = new ConcurrentHashMap<>();
    private final DemoInbox inbox;
    private final Clock clock;
    private final String account;
    private final String token;
    private final Duration second;
    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * Opens for business.
     *
     * @param port where it listens, on this machine only; zero for any
     * @param second how long a second of the company's lasts
     */
    public TelephoneCompany(DemoInbox inbox, Clock clock, int port, String account, String token, Duration second)
            throws IOException {
        this.inbox = inbox;
        this.clock = clock;
        this.account = account;
        this.token = token;
        this.second = second;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "telephone-company");
            thread.setDaemon(true);
            return thread;
        });
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it is reached. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often it was asked to reach a number, whatever became of it. */
    public int asked(String number) {
        return Optional.ofNullable(asked.get(number)).map(AtomicInteger::get).orElse(0);
    }

    /**
     * Keys on the telephone that has taken a call.
     *
     * @return whether the call goes on
     */
    public boolean press(String callId, String keys) {
        Optional<RunningCall> call = Optional.ofNullable(running.get(callId));
        call.ifPresent(taken -> taken.press(keys));
        return call.isPresent();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!isAuthentic(exchange)) {
                refuse(exchange, 401, 20003, "Authenticate");
            } else if (MESSAGES.matcher(path).matches()) {
                reach(exchange, form(exchange), "SM", this::text);
            } else if (CALLS.matcher(path).matches()) {
                reach(exchange, form(exchange), "CA", this::call);
            } else if (path.startsWith(NUMBERS)) {
                lookUp(exchange, path.substring(NUMBERS.length()));
            } else {
                refuse(exchange, 404, 20404, "Not found");
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAuthentic(HttpExchange exchange) {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((account + ":" + token).getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    /** What the company does once it has taken something. */
    @FunctionalInterface
    private interface Service {
        void perform(String id, Map<String, String> form, Misfortune misfortune) throws InterruptedException;
    }

    private void reach(HttpExchange exchange, Map<String, String> form, String kind, Service service)
            throws IOException, InterruptedException {
        String to = form.getOrDefault("To", "");
        asked.computeIfAbsent(to, number -> new AtomicInteger()).incrementAndGet();
        TimeUnit.NANOSECONDS.sleep(second.dividedBy(ANSWERS_PER_SECOND).toNanos());
        Misfortune misfortune = Misfortune.of(to);
        String id = kind + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> taken = new LinkedHashMap<>();
        taken.put("sid", id);
        taken.put("account_sid", account);
        taken.put("status", "queued");
        taken.put("to", to);
        switch (misfortune) {
            case THROTTLED -> {
                exchange.getResponseHeaders().add("Retry-After", "20");
                refuse(exchange, 429, 20429, "Too many requests");
            }
            case INVALID -> refuse(exchange, 400, 21211, "The 'To' number " + to + " is not a valid phone number.");
            case BROKEN -> refuse(exchange, 500, 20500, "An internal server error has occurred");
            case GARBLED -> {
                perform(service, id, form, misfortune);
                send(exchange, 201, "<html>It works!</html>");
            }
            case SILENT -> {
                perform(service, id, form, misfortune);
                TimeUnit.NANOSECONDS.sleep(SILENCE.toNanos());
            }
            default -> {
                send(exchange, 201, json.writeValueAsString(taken));
                perform(service, id, form, misfortune);
            }
        }
    }

    private void perform(Service service, String id, Map<String, String> form, Misfortune misfortune) {
        threads.execute(() -> {
            try {
                service.perform(id, form, misfortune);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void text(String id, Map<String, String> form, Misfortune misfortune) throws InterruptedException {
        if (misfortune != Misfortune.UNDELIVERED && misfortune != Misfortune.LOST) {
            inbox.put(new DemoText(
                    id,
                    form.getOrDefault("To", ""),
                    form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", "")),
                    form.getOrDefault("Body", ""),
                    clock.instant()));
        }
        reportText(id, form, "sent");
        TimeUnit.NANOSECONDS.sleep(second.toNanos());
        if (misfortune == Misfortune.UNDELIVERED) {
            reportText(id, form, "undelivered");
        } else if (misfortune != Misfortune.LOST) {
            reportText(id, form, "delivered");
        }
    }

    private void call(String id, Map<String, String> form, Misfortune misfortune) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(second.toNanos());
        switch (misfortune) {
            case UNDELIVERED -> reportCall(id, form, "failed");
            case LOST -> log.debug("call {} is lost", id);
            case BUSY -> reportCall(id, form, "busy");
            case UNANSWERED -> reportCall(id, form, "no-answer");
            default -> {
                RunningCall taken = new RunningCall(
                        new DemoCall(
                                id,
                                form.getOrDefault("To", ""),
                                form.getOrDefault("From", ""),
                                form.getOrDefault("SendDigits", "").replace("w", ""),
                                DemoCall.State.SPEAKING,
                                List.of(),
                                clock.instant()),
                        second,
                        inbox::put,
                        (address, keys) ->
                                post(address, Map.of("CallSid", id, "CallStatus", "in-progress", "Digits", keys)));
                running.put(id, taken);
                try {
                    reportCall(id, form, "in-progress");
                    taken.run(form.getOrDefault("Twiml", ""));
                } finally {
                    running.remove(id);
                }
                reportCall(id, form, "completed");
            }
        }
    }

    private void lookUp(HttpExchange exchange, String number) throws IOException {
        boolean changed = Misfortune.of(number) == Misfortune.SIM_CHANGED;
        Map<String, Object> last = new LinkedHashMap<>();
        last.put("last_sim_swap_date", changed ? clock.instant().toString() : null);
        last.put("swapped_period", "PT72H");
        last.put("swapped_in_period", changed);
        Map<String, Object> swap = new LinkedHashMap<>();
        swap.put("last_sim_swap", last);
        swap.put("carrier_name", "Demo Mobile");
        swap.put("error_code", null);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("phone_number", number);
        found.put("valid", true);
        found.put("sim_swap", swap);
        send(exchange, 200, json.writeValueAsString(found));
    }

    private void reportText(String id, Map<String, String> form, String status) {
        report(form, Map.of("MessageSid", id, "MessageStatus", status));
    }

    private void reportCall(String id, Map<String, String> form, String status) {
        report(form, Map.of("CallSid", id, "CallStatus", status));
    }

    private void report(Map<String, String> form, Map<String, String> told) {
        Optional.ofNullable(form.get("StatusCallback")).ifPresent(address -> {
            Map<String, String> report = new TreeMap<>(told);
            report.put("AccountSid", account);
            report.put("To", form.getOrDefault("To", ""));
            post(address, report);
        });
    }

    /** Tells an address something, signed; what it answers, or the end of a call where it does not. */
    private String post(String address, Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", CompanySignature.of(token, address, form))
                .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
                .build();
        try {
            HttpResponse<String> response = callbacks.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return response.body();
            }
            if (response.statusCode() >= 300) {
                log.warn("{} answered {}", address, response.statusCode());
            }
        } catch (IOException unreachable) {
            log.warn("{} cannot be reached", address);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return "<Response/>";
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new TreeMap<>();
        try (InputStream body = exchange.getRequestBody()) {
            for (String field : new String(body.readAllBytes(), StandardCharsets.UTF_8).split("&")) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    form.put(
                            URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return form;
    }

    private void refuse(HttpExchange exchange, int status, int code, String message) throws IOException {
        send(exchange, status, json.writeValueAsString(Map.of("status", status, "code", code, "message", message)));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
