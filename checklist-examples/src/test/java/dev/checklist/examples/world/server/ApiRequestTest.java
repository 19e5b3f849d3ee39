package dev.checklist.examples.world.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRequestTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/namespaces/shop, get, namespaces, '', shop",
        "GET, /api/v1/namespaces, list, namespaces, '', ''",
        "GET, /api/v1/pods?limit=500, list, pods, '', ''",
        "GET, /api/v1/namespaces/shop/pods, list, pods, shop, ''",
        "GET, /api/v1/namespaces/shop/pods?watch=true, watch, pods, shop, ''",
        "GET, /api/v1/namespaces/shop/secrets/db, get, secrets, shop, db",
        "GET, /apis/apps/v1/namespaces/shop/deployments/api, get, deployments, shop, api",
        "PUT, /apis/apps/v1/namespaces/shop/deployments/api/status, update, deployments, shop, api",
        "POST, /api/v1/namespaces/shop/configmaps, create, configmaps, shop, ''",
        "PATCH, /api/v1/namespaces/shop/configmaps/c, patch, configmaps, shop, c",
        "DELETE, /api/v1/namespaces/shop/configmaps/c, delete, configmaps, shop, c",
        "DELETE, /api/v1/namespaces/shop/configmaps, deletecollection, configmaps, shop, ''"
    })
    void a_path_names_verb_kind_namespace_and_name(
            String method, String path, String verb, String plural, String namespace, String name) {
        ApiRequest request = ApiRequest.of(method, path).orElseThrow();
        assertThat(request.verb()).isEqualTo(verb);
        assertThat(request.kind().plural()).isEqualTo(plural);
        assertThat(request.namespace()).isEqualTo(namespace);
        assertThat(request.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1",
                "/apis/apps/v1",
                "/apis/apps/v2/deployments",
                "/apis/example.com/v1/things/x",
                "/api/v1/deployments"
            })
    void a_path_of_no_served_kind_is_no_request(String path) {
        assertThat(ApiRequest.of("GET", path)).isEmpty();
    }

    @Test
    void the_scope_is_worded_as_the_server_words_it() {
        assertThat(ApiRequest.of("GET", "/api/v1/nodes").orElseThrow().scope()).isEqualTo("at the cluster scope");
        assertThat(ApiRequest.of("GET", "/api/v1/namespaces/shop/pods")
                        .orElseThrow()
                        .scope())
                .isEqualTo("in the namespace \"shop\"");
    }
}
