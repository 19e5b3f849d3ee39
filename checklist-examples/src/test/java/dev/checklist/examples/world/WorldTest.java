package dev.checklist.examples.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.checklist.examples.world.fault.Breakage;
import dev.checklist.examples.world.state.WorldState;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTest {
    @Test
    void a_closed_world_leaves_no_port_no_thread_and_no_file() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        World world = World.start(WorldState.ticketer());
        Visit visit = new Visit(world.settings());
        visit.get("app.url", "/");
        visit.api("/api/v1/namespaces/ticketer/pods");
        List<URI> ports = Stream.of(
                        visit.server(),
                        world.settings().get("app.url"),
                        world.settings().get("app.httpUrl"),
                        world.settings().get("candidate.url"),
                        world.settings().get("jdbc.url").replace("jdbc:world:", ""))
                .map(URI::create)
                .toList();
        visit.get("app.httpUrl", "/");
        visit.get("candidate.url", "/");
        DriverManager.getConnection(
                        world.settings().get("jdbc.url"),
                        world.settings().get("jdbc.user"),
                        world.settings().get("jdbc.password"))
                .close();

        world.close();
        world.close();

        for (URI port : ports) {
            assertThatThrownBy(() -> connect(port)).as("%s", port).isInstanceOf(ConnectException.class);
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !thread.getName().startsWith("HttpClient")) {
                thread.join(30_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
        assertThat(Path.of(world.settings().get("kubernetes.kubeconfig")).getParent())
                .doesNotExist();
    }

    @Test
    void two_worlds_live_side_by_side_with_credentials_of_their_own() throws Exception {
        try (World one = World.start(WorldState.ticketer());
                World two = World.start(Breakage.DATABASE_EMPTY.apply(WorldState.ticketer()))) {
            assertThat(one.settings().get("jdbc.password"))
                    .isNotEqualTo(two.settings().get("jdbc.password"));
            assertThat(new Visit(one.settings()).get("app.url", "/api/events").body())
                    .contains("\"total\":3");
            assertThat(new Visit(two.settings()).get("app.url", "/api/events").body())
                    .contains("\"total\":0");
        }
    }

    @Test
    void a_world_becomes_another_one_on_the_same_ports() throws Exception {
        WorldState healthy = WorldState.ticketer();
        try (World world = World.start(healthy)) {
            Visit visit = new Visit(world.settings());
            world.become(Breakage.CONFIG_MAP_MISSING.apply(Breakage.HEALTH_503.apply(healthy)));
            String configMap = "/api/v1/namespaces/ticketer/configmaps/ticketer-config";
            assertThat(visit.api(configMap).statusCode()).isEqualTo(404);
            assertThat(visit.get("app.url", "/api/health").statusCode()).isEqualTo(503);
            world.become(healthy);
            assertThat(visit.api(configMap).statusCode()).isEqualTo(200);
            assertThat(visit.get("app.url", "/api/health").statusCode()).isEqualTo(200);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.become(Breakage.API_GONE.apply(healthy)))
                    .withMessageContaining("availability");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> world.become(Breakage.DATABASE_EMPTY.apply(healthy)))
                    .withMessageContaining("database");
        }
    }

    @Test
    void a_gone_api_server_refuses_connections_and_the_rest_of_the_world_answers() throws Exception {
        try (World world = World.start(Breakage.API_GONE.apply(WorldState.ticketer()))) {
            Visit visit = new Visit(world.settings());
            assertThatThrownBy(() -> visit.api("/version")).isInstanceOf(ConnectException.class);
            assertThat(visit.get("app.url", "/api/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_hanging_api_server_accepts_a_connection_and_says_nothing() throws Exception {
        try (World world = World.start(Breakage.API_HANGS.apply(WorldState.ticketer()));
                Socket socket = connect(URI.create(new Visit(world.settings()).server()))) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write("GET /version HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_forbidden_list_is_a_403_in_the_servers_words_and_a_get_still_answers() throws Exception {
        try (World world = World.start(Breakage.API_FORBIDS_LIST.apply(WorldState.ticketer()))) {
            Visit visit = new Visit(world.settings());
            HttpResponse<String> list = visit.api("/api/v1/namespaces/ticketer/pods");
            assertThat(list.statusCode()).isEqualTo(403);
            assertThat(visit.object("/api/v1/namespaces/ticketer/pods")
                            .path("message")
                            .asText())
                    .isEqualTo("pods is forbidden: User \"release-manager\" cannot list resource \"pods\""
                            + " in API group \"\" in the namespace \"ticketer\"");
            assertThat(visit.api("/apis/apps/v1/namespaces/ticketer/deployments/ticketer")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(visit.post(
                                    "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                                    "{\"spec\":{\"resourceAttributes\":{\"verb\":\"list\",\"resource\":\"pods\"}}}")
                            .body())
                    .contains("\"allowed\":false");
        }
    }

    @Test
    void a_dead_database_refuses_connections() throws Exception {
        try (World world = World.start(Breakage.DATABASE_DOWN.apply(WorldState.ticketer()))) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            world.settings().get("jdbc.url"),
                            world.settings().get("jdbc.user"),
                            world.settings().get("jdbc.password")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Connection is broken");
        }
    }

    @Test
    void a_delayed_page_does_not_delay_the_end_of_the_world() throws Exception {
        WorldState slow = WorldState.ticketer().answering("SITE / ANYONE", home -> home.after(Duration.ofHours(1)));
        World world = World.start(slow);
        URI home = URI.create(world.settings().get("app.url"));
        Visit visit = new Visit(world.settings());
        Thread guest = new Thread(() -> {
            try {
                visit.get("app.url", "/");
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        guest.start();
        world.close();
        guest.join(30_000);
        assertThat(guest.isAlive()).isFalse();
        assertThatThrownBy(() -> connect(home)).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_state_with_a_placeholder_that_nobody_fills_starts_nothing() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        WorldState wrong = WorldState.ticketer()
                .changing("Ingress/ticketer/ticketer", ingress -> ingress.with("/spec/rules/0/host", "${site.hots}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> World.start(wrong))
                .withMessageContaining("${site.hots}")
                .withMessageContaining("site.host");
        WorldState wrongPage = WorldState.ticketer().answering("SITE / ANYONE", home -> home.withBody("${site.hots}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> World.start(wrongPage))
                .withMessageContaining("${site.hots}");
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread)) {
                thread.join(30_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void a_database_that_refuses_its_statements_is_an_error_that_quotes_it() {
        WorldState healthy = WorldState.ticketer();
        WorldState wrong = healthy.withDatabase(healthy.database().with(List.of("CREATE TABEL events")));
        assertThatThrownBy(() -> World.start(wrong))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("TABEL");
    }

    @Test
    void files_of_the_world_are_for_their_owner_only() throws Exception {
        try (World world = World.start(WorldState.ticketer())) {
            Path folder = Path.of(world.settings().get("trust")).getParent();
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
            }
        }
    }

    private static Socket connect(URI port) throws IOException {
        return new Socket("127.0.0.1", port.getPort());
    }
}
