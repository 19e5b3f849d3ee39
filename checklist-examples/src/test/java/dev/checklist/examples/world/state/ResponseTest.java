package dev.checklist.examples.world.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseTest {
    private final Response rest = response("*", Visitor.ANYONE, 404);
    private final Response member = response("/admin", Visitor.SIGNED_IN, 200);
    private final Response stranger = response("/admin", Visitor.SIGNED_OUT, 401);
    private final List<Response> all = List.of(rest, member, stranger);

    @Test
    void a_response_for_the_exact_path_goes_before_the_one_for_every_other_path() {
        assertThat(Response.choose(all, Endpoint.SITE, "/admin", true)).hasValue(member);
        assertThat(Response.choose(all, Endpoint.SITE, "/admin", false)).hasValue(stranger);
        assertThat(Response.choose(all, Endpoint.SITE, "/admin/x", true)).hasValue(rest);
    }

    @Test
    void without_a_fitting_response_there_is_none() {
        assertThat(Response.choose(all, Endpoint.PLAIN, "/admin", true)).isEmpty();
        assertThat(Response.choose(List.of(member), Endpoint.SITE, "/admin", false))
                .isEmpty();
    }

    @Test
    void header_fields_are_set_and_removed_in_copies() {
        Response changed = member.withHeader("A", "1").withHeader("B", "2").withoutHeader("A");
        assertThat(changed.headers()).containsExactly(Map.entry("B", "2"));
        assertThat(member.headers()).isEmpty();
    }

    private static Response response(String path, Visitor visitor, int status) {
        return new Response(Endpoint.SITE, path, visitor, status, Map.of(), "", Duration.ZERO);
    }
}
