package dev.checklist.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test a web server of its own, which answers 404 unless told otherwise. */
abstract class WebTest {
    final HttpChecks http = HttpChecks.create();
    WireMockServer server;

    @BeforeEach
    void start() {
        server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    void page(String path, ResponseDefinitionBuilder response) {
        server.stubFor(get(urlEqualTo(path)).willReturn(response));
    }

    void everyPage(ResponseDefinitionBuilder response) {
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(response));
    }

    int requests() {
        return server.getAllServeEvents().size();
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    static ResponseDefinitionBuilder html(String body) {
        return status(200)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody(body);
    }

    static ResponseDefinitionBuilder json(String body) {
        return status(200).withHeader("Content-Type", "application/json").withBody(body);
    }

    static ResponseDefinitionBuilder redirect(int status, String location) {
        return status(status).withHeader("Location", location);
    }
}
