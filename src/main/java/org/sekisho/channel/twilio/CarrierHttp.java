package org.sekisho.channel.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.sekisho.channel.Channel;

/**
 * Asks the company each thing once: the vendor's own client sends a message up to three times when the answer is an error, and
 * the HTTP client beneath it once more. Tells what has certainly not been taken from what may have been.
 */
final class CarrierHttp extends NetworkHttpClient {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** A connection left alone for this long is looked at before it carries a message. */
    private static final TimeValue STALE = TimeValue.ofSeconds(2);

    private static final int CONNECTIONS = 20;

    CarrierHttp(TwilioProperties properties) {
        super(client(properties));
    }

    private static HttpClientBuilder client(TwilioProperties properties) {
        HttpClientBuilder client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(properties.connectTimeout()))
                                .setSocketTimeout(timeout(properties.readTimeout()))
                                .setValidateAfterInactivity(STALE)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(properties.connectTimeout()))
                        .setResponseTimeout(timeout(properties.readTimeout()))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement();
        properties
                .gateway()
                .map(CarrierHttp::host)
                .ifPresent(gateway -> client.setRoutePlanner(
                        (company, context) -> new HttpRoute(gateway, null, "https".equals(gateway.getSchemeName()))));
        return client;
    }

    private static HttpHost host(URI gateway) {
        return new HttpHost(gateway.getScheme(), gateway.getHost(), gateway.getPort());
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        Response response;
        try {
            response = super.makeRequest(request);
        } catch (ApiException failure) {
            if (isUnconnected(failure)) {
                throw new Channel.NotTaken("no connection");
            }
            throw failure;
        }
        int status = response.getStatusCode();
        if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE) {
            throw new Channel.NotTaken("status " + status, retryAfter(response));
        }
        return response;
    }

    private static boolean isUnconnected(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ConnectException
                        || failure instanceof ConnectTimeoutException
                        || failure instanceof UnknownHostException
                        || failure instanceof NoRouteToHostException
                        || isUnconnected(failure.getCause()));
    }

    /** In seconds (RFC 9110 §10.2.3); the form with a date is not the company's. */
    private static Optional<Duration> retryAfter(Response response) {
        Header[] headers = response.getHeaders();
        return Arrays.stream(headers == null ? new Header[0] : headers)
                .filter(header -> header.getName().equalsIgnoreCase("Retry-After"))
                .map(Header::getValue)
                .filter(value -> value != null && value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .findFirst();
    }
}
