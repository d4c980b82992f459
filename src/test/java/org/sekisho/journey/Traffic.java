package org.sekisho.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/** What goes over the wire for one page, as the browser itself counts it: what its cache holds does not. */
final class Traffic {

    private final Page page;
    private int requests;
    private long bytes;

    private Traffic(Page page) {
        this.page = page;
    }

    /** Counts from now on. */
    static Traffic of(Page page) {
        Traffic traffic = new Traffic(page);
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.on("Network.loadingFinished", traffic::finished);
        devtools.on("Network.webSocketFrameReceived", traffic::pushed);
        devtools.send("Network.enable");
        return traffic;
    }

    /** What has come since the last time this was asked, when the network has come to rest. */
    Sum sum() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Sum sum = new Sum(requests, bytes);
        requests = 0;
        bytes = 0;
        return sum;
    }

    private void finished(JsonObject loading) {
        long received = loading.get("encodedDataLength").getAsLong();
        if (received > 0) {
            requests++;
            bytes += received;
        }
    }

    private void pushed(JsonObject frame) {
        bytes += frame.getAsJsonObject("response")
                .get("payloadData")
                .getAsString()
                .length();
    }

    /**
     * @param requests answered by the server
     * @param bytes received, with their headers
     */
    record Sum(int requests, long bytes) {

        @Override
        public String toString() {
            return requests + " requests, " + bytes / 1024 + " KiB";
        }
    }
}
