package dev.checklist.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.checklist.WakeSignal;
import io.fabric8.kubernetes.client.http.AsyncBody;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who joins and leaves a watch misses no change, and its stream is open while somebody waits. */
class WatchJoinTest {
    private final List<EventStream> opened = new ArrayList<>();
    private final List<Integer> ended = new ArrayList<>();
    private final Watch watch = new Watch((which, code) -> ended.add(code));

    /** Waits for an object, and keeps what it was shown; "gone" for nothing. */
    private record Waiting(String name, long version, List<String> seen) implements Watch.Waiter {
        @Override
        public void sees(JsonNode object, boolean isDeleted) {
            seen.add(isDeleted ? "gone" : object.at("/metadata/resourceVersion").asText());
        }

        @Override
        public void misses() {
            seen.add("missed");
        }
    }

    private static Waiting waiting(String name, long version) {
        return new Waiting(name, version, new ArrayList<>());
    }

    private WakeSignal.Subscription join(Waiting waiter) {
        return watch.join(waiter, opened::add);
    }

    private void event(String type, String name, String version) {
        try {
            watch.event(
                    type,
                    new ObjectMapper()
                            .readTree("{\"metadata\":{\"name\":\"" + name + "\",\"resourceVersion\":\"" + version
                                    + "\"}}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void each_is_shown_the_changes_of_its_own_object() {
        Waiting api = waiting("api", 5);
        Waiting web = waiting("web", 5);
        assertThat(List.of(join(api), join(web))).hasSize(2);
        event("MODIFIED", "api", "6");
        event("ADDED", "other", "7");
        event("BOOKMARK", "", "8");
        event("DELETED", "web", "9");
        assertThat(api.seen()).containsExactly("6");
        assertThat(web.seen()).containsExactly("gone");
        assertThat(opened).hasSize(1);
    }

    @Test
    void who_joins_after_a_change_that_it_did_not_read_is_told_at_once() {
        assertThat(join(waiting("web", 5))).isNotNull();
        event("MODIFIED", "api", "6");
        Waiting before = waiting("api", 5);
        Waiting same = waiting("api", 6);
        Waiting unknown = waiting("api", Watch.version("not a number"));
        assertThat(List.of(join(before), join(same), join(unknown))).hasSize(3);
        assertThat(before.seen()).containsExactly("missed");
        assertThat(same.seen()).isEmpty();
        assertThat(unknown.seen()).isEmpty();
    }

    @Test
    void who_waits_for_a_list_is_shown_all_and_told_at_once_what_came_before_the_stream() {
        Waiting list = waiting("", 5);
        Waiting older = waiting("", 4);
        assertThat(List.of(join(list), join(older))).hasSize(2);
        event("ADDED", "api", "6");
        event("DELETED", "web", "7");
        Waiting late = waiting("", 6);
        Waiting fresh = waiting("", 7);
        assertThat(List.of(join(late), join(fresh))).hasSize(2);
        assertThat(list.seen()).containsExactly("6", "gone");
        assertThat(older.seen()).containsExactly("missed", "6", "gone");
        assertThat(late.seen()).containsExactly("missed");
        assertThat(fresh.seen()).isEmpty();
    }

    @Test
    void the_last_to_leave_closes_the_stream_and_the_next_to_come_opens_another() {
        WakeSignal.Subscription first = join(waiting("api", 5));
        WakeSignal.Subscription second = join(waiting("api", 5));
        first.close();
        assertThat(watch.isOpen()).isTrue();
        second.close();
        second.close();
        assertThat(watch.isOpen()).isFalse();
        assertThat(join(waiting("api", 9))).isNotNull();
        assertThat(opened).hasSize(2);
    }

    @Test
    void a_stream_that_has_ended_is_opened_anew_by_the_next_who_joins_and_its_late_end_means_nothing() {
        assertThat(join(waiting("api", 5))).isNotNull();
        watch.ended(opened.get(0), 410);
        assertThat(watch.isOpen()).isFalse();
        assertThat(join(waiting("api", 7))).isNotNull();
        watch.ended(opened.get(0), 0);
        assertThat(watch.isOpen()).isTrue();
        assertThat(ended).containsExactly(410);
    }

    /** Feeds parts of an answer to a stream, and keeps what it made of them. */
    private static final class Feed implements EventStream.Listener, AsyncBody {
        private final List<String> events = new ArrayList<>();
        private final EventStream stream = new EventStream(this);
        private int asked;

        Feed of(String... parts) {
            for (String part : parts) {
                stream.consume(List.of(ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8))), this);
            }
            return this;
        }

        @Override
        public void event(String type, JsonNode object) {
            events.add(type + " " + object);
        }

        @Override
        public void ended(EventStream which, int code) {
            events.add("ended " + code);
        }

        @Override
        public void consume() {
            asked++;
        }

        @Override
        public CompletableFuture<Void> done() {
            return new CompletableFuture<>();
        }

        @Override
        public void cancel() {
            events.add("cancelled");
        }
    }

    @Test
    void events_are_cut_at_line_ends_wherever_the_parts_end() {
        Feed feed = new Feed()
                .of(
                        "{\"type\":\"A\",\"obj",
                        "ect\":1}\n{\"type\":\"B\",\"object\":2}",
                        "\n",
                        "{\"type\":\"C\",\"object\":\"é");
        assertThat(feed.events).containsExactly("A 1", "B 2");
        assertThat(feed.asked).isEqualTo(4);
    }

    @Test
    void what_is_no_event_and_an_error_end_the_stream() {
        assertThat(new Feed().of("<html>\n", "{\"type\":\"A\",\"object\":1}\n").asked)
                .isEqualTo(1);
        assertThat(new Feed().of("{\"type\":\"A\"}\n").asked).isZero();
        Feed error = new Feed().of("{\"type\":\"ERROR\",\"object\":{}}\n");
        assertThat(error.events).containsExactly("ERROR {}");
        assertThat(error.asked).isZero();
    }

    @Test
    void a_line_without_end_is_given_up() {
        String mebibyte = "x".repeat(1 << 20);
        Feed feed = new Feed();
        for (int i = 0; i < 12; i++) {
            assertThat(feed.of(mebibyte)).isSameAs(feed);
        }
        assertThat(feed.asked).isEqualTo(8);
    }
}
